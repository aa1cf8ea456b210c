/** What verbs about workspaces and the fleet refuse with. */
export const workspaceErrors = {
  'This address is taken.': '이미 사용 중인 주소입니다.',
  'This address is taken. Choose another.': '이미 사용 중인 주소입니다. 다른 주소를 선택하세요.',
  'This tenant is being removed.': '삭제 중인 테넌트입니다.',
  'This backup': '이 백업',
  'It has no admin whom the copy could belong to.': '복사본의 관리자가 될 사람이 없습니다.',
  'It has no backup yet. Take one first.': '아직 백업이 없습니다. 먼저 백업하세요.',
  'Name a backup or a moment.': '백업이나 시점을 지정하세요.',
  'At least one day.': '하루 이상이어야 합니다.',
  'At most 90 days at a time.': '한 번에 최대 90일입니다.',
  'This deletion': '이 삭제 요청',
  'This deletion is {state}; nothing was changed.':
    '이 삭제 요청의 상태는 {state}입니다. 변경된 내용은 없습니다.',
  'Another move of it is under way.': '다른 이동이 진행 중입니다.',
  'This move is decided; going back is a new move.':
    '이미 확정된 이동입니다. 되돌리려면 새로 이동하세요.',
  'This move has left no copy behind.': '이 이동이 남긴 복사본이 없습니다.',
  'This move': '이 이동',
  'It lives there already.': '이미 그곳에 있습니다.',
  'It has not failed, or is being tried again already.':
    '실패하지 않았거나 이미 다시 시도하고 있습니다.',
  'Say why, so that your colleagues understand it.': '동료가 이해할 수 있도록 사유를 적으세요.',
  'Enter a whole number.': '정수를 입력하세요.',
  'At least 1.': '1 이상이어야 합니다.',
  'At most 1,000,000.': '1,000,000 이하여야 합니다.',
  'At least 0.': '0 이상이어야 합니다.',
  'At most 10,000,000.': '10,000,000 이하여야 합니다.',
  'At most 50.': '50 이하여야 합니다.',
  'Enter the name that the setting SHARD_URLS gives it.':
    'SHARD_URLS 설정에 적힌 이름을 입력하세요.',
  'A shard with this name or connection exists already.':
    '같은 이름이나 연결의 샤드가 이미 있습니다.',
  'No setting gives a URL for this connection: add it to SHARD_URLS and start again.':
    '이 연결의 URL이 설정에 없습니다. SHARD_URLS에 추가하고 다시 시작하세요.',
  'Its server does not answer.': '서버가 응답하지 않습니다.',
  'Its server is not set up yet: start again, which sets up every server.':
    '서버가 아직 준비되지 않았습니다. 다시 시작하면 모든 서버를 준비합니다.',
  'This shard': '이 샤드',
  'There is no such shard.': '없는 샤드입니다.',
  'The address or the password is wrong.': '이메일 또는 비밀번호가 올바르지 않습니다.',
  'Too many attempts. Try again in {minutes} min.':
    '시도가 너무 많습니다. {minutes}분 뒤에 다시 시도하세요.',
  'Say why, so that the tenant and your colleagues understand it.':
    '테넌트와 동료가 이해할 수 있도록 사유를 적으세요.',
  'This tenant is {status}; it cannot become {to}.':
    '이 테넌트의 상태는 {status}이며 {to}(으)로 바꿀 수 없습니다.',
  'This request': '이 요청',
  'It was decided or withdrawn meanwhile.': '그사이 처리되었거나 취소된 요청입니다.',
  'It is being moved. Its removal waits.': '옮기는 중이라 삭제가 대기합니다.',
  'A person has to ask for this: they become its admin.':
    '복사본의 관리자가 되므로 사람이 직접 요청해야 합니다.',
  'This link': '이 링크',
  'This export': '이 내보내기',
  'This moment has not come yet.': '아직 오지 않은 시점입니다.',
  'There is nothing before it was opened: {opened}.': '개설({opened}) 이전으로는 갈 수 없습니다.',
  'Only the last {momentDays} days can be reached. Restore a backup instead.':
    '최근 {momentDays}일까지만 선택할 수 있습니다. 더 오래된 시점은 백업에서 복원하세요.',
  'Choose a time.': '시각을 선택하세요.',
  'The picture is larger than 4 MB. Make it smaller.': '이미지가 4 MB를 넘습니다. 크기를 줄이세요.',
  'The picture is larger than 4 MB.': '이미지가 4 MB를 넘습니다.',
  'The picture': '이미지',
  'This picture': '이 이미지',
  'The draft': '초안',
  'There is no draft to publish.': '게시할 초안이 없습니다.',
  'This version': '이 버전',
  'Leave out @ and angle brackets: this is a name, not an address.':
    '@와 꺾쇠괄호는 빼세요. 주소가 아니라 이름입니다.',
  'Enter an address that begins with https://.': 'https://로 시작하는 주소를 입력하세요.',
  'This mail': '이 메일',
  'The link in this mail is over, so it is not sent again.':
    '이 메일의 링크는 만료되어 다시 보내지 않습니다.',
  'This invitation is over. Invite them again instead.': '끝난 초대입니다. 대신 다시 초대하세요.',
  'This address was tried often enough for today.': '오늘은 이 주소로 충분히 다시 시도했습니다.',
  'Only a mail that did not arrive can be tried again.':
    '도착하지 않은 메일만 다시 시도할 수 있습니다.',
  'Upload the picture again.': '이미지를 다시 올리세요.',
  'This picture is damaged. Save it again as PNG and upload that.':
    '손상된 이미지입니다. PNG로 다시 저장해 올리세요.',
  'This picture is larger than {maxSide} pixels on a side. Make it smaller.':
    '이미지의 한 변이 {maxSide}픽셀을 넘습니다. 크기를 줄이세요.',
  'This picture has too much detail for a logo. Use a simpler one.':
    '로고로 쓰기에 너무 복잡한 이미지입니다. 더 단순한 이미지를 사용하세요.',
  'SVG files can carry scripts. Upload a PNG, JPEG or WebP.':
    'SVG에는 스크립트가 들어 있을 수 있습니다. PNG, JPEG, WebP를 올리세요.',
  'Upload a PNG, JPEG or WebP picture.': 'PNG, JPEG, WebP 이미지를 올리세요.',
  'Write the colour as six hex digits, such as #1a6b50.':
    '색상을 #1a6b50처럼 16진수 여섯 자리로 적으세요.',
  'Remove the line breaks and control characters.': '줄 바꿈과 제어 문자를 지우세요.',
  'Enter the name people know you by.': '사람들이 알고 있는 이름을 입력하세요.',
  'The placement': '데이터 위치',
  'Type the name exactly: {name}': '이름을 똑같이 입력하세요: {name}',
  'It is being deleted already.': '이미 삭제 중입니다.',
  'Nobody asked for this to be deleted.': '삭제 요청이 없습니다.',
  'Type the name of the workspace.': '워크스페이스 이름을 입력하세요.',
  'This feature': '이 기능',
  'The shard {shard} takes no tenant of this kind now.':
    '{shard} 샤드는 지금 이런 테넌트를 받지 않습니다.',
  'No shard takes new tenants at the moment.': '지금 새 테넌트를 받는 샤드가 없습니다.',
  'No {tier} stands ready. Try again in a minute.':
    '준비된 {tier} 공간이 없습니다. 1분 뒤에 다시 시도하세요.',
  'No server has room for another {tier}.': '{tier} 공간을 더 둘 서버가 없습니다.',
  'This is no time zone.': '올바른 시간대가 아닙니다.',
  'At most 20 at once.': '한 번에 최대 20개입니다.',
  'Too many sign-ups from here. Try again later.':
    '이곳에서 가입이 너무 많았습니다. 나중에 다시 시도하세요.',
  'This address cannot be used.': '사용할 수 없는 주소입니다.',
  'This cannot be chosen here. Ask for it once the workspace is open.':
    '여기에서는 선택할 수 없습니다. 워크스페이스를 연 뒤에 요청하세요.',
  'The workspace is not open yet.': '워크스페이스가 아직 열리지 않았습니다.',
  'Every server that takes such a workspace is full or does not answer.':
    '이런 워크스페이스를 받는 서버가 모두 가득 찼거나 응답하지 않습니다.',
  'The server {shard} takes no more workspaces of this kind at the moment.':
    '{shard} 서버는 지금 이런 워크스페이스를 더 받지 않습니다.',
  'No server has room for another workspace of this kind at the moment.':
    '지금 이런 워크스페이스를 더 받을 서버가 없습니다.',
  'Given up.': '중단했습니다.',
  'It lives elsewhere.': '다른 곳에 있습니다.',
  '{shard} is open; its shared tables stand ready.':
    '{shard}이(가) 열려 있고 공유 테이블이 준비되어 있습니다.',
  '{shard} is open; an empty schema stands ready.':
    '{shard}이(가) 열려 있고 빈 스키마가 준비되어 있습니다.',
  '{shard} is open; an empty database stands ready.':
    '{shard}이(가) 열려 있고 빈 데이터베이스가 준비되어 있습니다.',
  '{shard} is open; a schema will be made first.':
    '{shard}이(가) 열려 있으며 스키마를 먼저 만듭니다.',
  '{shard} is open; a database will be made first.':
    '{shard}이(가) 열려 있으며 데이터베이스를 먼저 만듭니다.',
  'The tenant is active.': '이용 중인 테넌트입니다.',
  'The tenant is suspended.': '이용이 중지된 테넌트입니다.',
  'The tenant is closing.': '삭제 중인 테넌트입니다.',
  '{shard} takes nobody: it is closed.': '{shard}은(는) 닫혀 있어 테넌트를 받지 않습니다.',
  '{shard} takes nobody: it is draining.': '{shard}은(는) 비우는 중이라 테넌트를 받지 않습니다.',
  '{shard} takes nobody: it is down.': '{shard}이(가) 응답하지 않아 테넌트를 받지 않습니다.',
  'No other move of it is under way.': '진행 중인 다른 이동이 없습니다.',
  'It is not being restored.': '복원 중이 아닙니다.',
  'It is being restored.': '복원 중입니다.',
  'On {server}': '{server} 서버',
  'Built anew': '새로 만듦',
  'Taken from those that stand ready': '준비된 공간 사용',
  '{name}, with its roles and looks': '{name}의 역할과 브랜드까지 등록',
  'Empty, as asked for': '요청에 따라 비워 둠',
  'With something to try': '예시 데이터 포함',
  'Still being put in': '아직 넣는 중',
  'The address {slug} was taken meanwhile. Choose another.':
    '그사이 {slug} 주소를 다른 사람이 사용했습니다. 다른 주소를 선택하세요.',
  'It is open already, or was given up.': '이미 열렸거나 중단되었습니다.',
  'This link is not complete.': '링크가 완전하지 않습니다.',
  'Choose a time zone from the list, such as Asia/Seoul.':
    'Asia/Seoul처럼 목록에서 시간대를 선택하세요.',
  'Remove the control characters.': '제어 문자를 지우세요.',
  'At least 3 characters.': '3자 이상이어야 합니다.',
  'Only letters a-z, digits and single hyphens between them.':
    '영문 소문자와 숫자, 그 사이의 하이픈 하나만 쓸 수 있습니다.',
  'This name is reserved.': '예약된 이름입니다.',
  'Your data stands there already.': '데이터가 이미 그곳에 있습니다.',
  'A change is under way. Wait for it.': '변경이 진행 중입니다. 끝날 때까지 기다리세요.',
  'Somebody else asked at the same moment.': '다른 사람이 동시에 요청했습니다.',
  'Another request waits. Withdraw it first.': '대기 중인 요청이 있습니다. 먼저 취소하세요.',
  'No request waits.': '대기 중인 요청이 없습니다.',
  'This workspace has no place at the moment.': '지금 이 워크스페이스의 데이터 위치가 없습니다.',
  'This workspace is going to be deleted. Cancel that first.':
    '삭제 예정인 워크스페이스입니다. 먼저 삭제를 취소하세요.',
  'A token of the workspace acts for nobody. Sign in yourself.':
    '워크스페이스 토큰은 누구도 대신하지 않습니다. 직접 로그인하세요.',
  'This workspace has a hundred tokens of its own. Revoke one that nobody needs any more.':
    '워크스페이스 토큰이 이미 100개입니다. 더 이상 필요 없는 토큰을 폐기하세요.',
  'Only people have {scope}.': '{scope} 권한은 사람만 가질 수 있습니다.',
  'The role {role} does not have {scope}.': '{role} 역할에는 {scope} 권한이 없습니다.',
  'This is over. Ask an admin of the workspace.':
    '이미 끝났습니다. 워크스페이스 관리자에게 문의하세요.',
  'A change of the sign-in does not exist.': '로그인 변경이 존재하지 않습니다.',
  'This took too long. Begin again.': '시간이 너무 오래 걸렸습니다. 다시 시작하세요.',
  'This passkey proves nothing here. Prove your former account another way.':
    '이 패스키로는 확인할 수 없습니다. 다른 방법으로 이전 계정을 확인하세요.',
  'This link was used already, is too old, or was asked for in another browser.':
    '이미 사용했거나 오래되었거나 다른 브라우저에서 요청한 링크입니다.',
  'You are suspended here. An admin has to let you in again first.':
    '여기에서 정지된 상태입니다. 먼저 관리자가 다시 허용해야 합니다.',
  'This account came over already, or is no member here. Sign in with the other one.':
    '이 계정은 이미 옮겨 왔거나 이곳의 구성원이 아닙니다. 다른 계정으로 로그인하세요.',
  'Give the code of the second factor of this account.': '이 계정의 2단계 인증 코드를 입력하세요.',
  'You proved this account when you agreed.': '이 계정은 동의할 때 확인되었습니다.',
  'Begin this at the address of the workspace, in a browser.':
    '브라우저에서 워크스페이스 주소를 열고 시작하세요.',
  'Prove your former account first.': '먼저 이전 계정을 확인하세요.',
  'Prove both accounts first.': '먼저 두 계정을 모두 확인하세요.',
  'One of these accounts is a member here already. Each can come over once: prove another one, or sign in.':
    '두 계정 중 하나가 이미 이곳의 구성원입니다. 계정마다 한 번만 옮겨 올 수 있습니다. 다른 계정을 확인하거나 로그인하세요.',
  'One of these accounts changed since you proved it. Begin again.':
    '확인한 뒤에 두 계정 중 하나가 바뀌었습니다. 처음부터 다시 하세요.',
  'Only the owner of this workspace can agree to it.':
    '이 워크스페이스의 소유자만 동의할 수 있습니다.',
  'Only the owner of this workspace can decide this.':
    '이 워크스페이스의 소유자만 결정할 수 있습니다.',
  'Nobody owns this workspace. It needs an owner first.':
    '이 워크스페이스에 소유자가 없습니다. 먼저 소유자가 필요합니다.',
  'Choose a shared pool that it does not belong to.': '속하지 않은 공유 풀을 선택하세요.',
  'One is offered or under way already.': '이미 제안되었거나 진행 중입니다.',
  'While its record is missing, the role can only be changed to one that may do less.':
    '레코드가 없는 동안에는 권한이 더 적은 역할로만 바꿀 수 있습니다.',
  'Nobody comes over to this workspace now.': '지금은 이 워크스페이스로 옮겨 오는 사람이 없습니다.',
  'A view shared with another workspace ties this one to its sign-in. It cannot join.':
    '다른 워크스페이스와 공유한 보기가 있어 로그인을 옮길 수 없습니다.',
  'It shares its sign-in already.': '이미 로그인을 공유하고 있습니다.',
  'Nothing is offered to this workspace now.': '지금 이 워크스페이스에 제안된 것이 없습니다.',
  'The account of this address is locked in that pool.':
    '이 주소의 계정은 해당 풀에서 잠겨 있습니다.',
  'Choose a shared pool.': '공유 풀을 선택하세요.',
} as const;
