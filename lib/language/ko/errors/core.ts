/** What verbs of the core refuse with. Keys are patterns: `{name}` stands for whatever was put in. */
export const coreErrors = {
  'Choose at least one role.': '역할을 하나 이상 선택하세요.',
  'This invitation': '이 초대',
  'Enter at least one address.': '주소를 하나 이상 입력하세요.',
  'At most 200 addresses at a time.': '한 번에 최대 200개까지 보낼 수 있습니다.',
  'Enter an e-mail address.': '이메일 주소를 입력하세요.',
  'You are a member here already. Sign in instead.':
    '이미 이 워크스페이스의 구성원입니다. 로그인하세요.',
  'This is no valid value.': '올바른 값이 아닙니다.',
  'This address is listed twice.': '같은 주소가 두 번 있습니다.',
  'This is the last admin. Make somebody else an admin first.':
    '마지막 관리자입니다. 먼저 다른 사람을 관리자로 지정하세요.',
  'Say why, in a few words.': '사유를 간단히 적으세요.',
  'Keep this under {max} characters.': '{max}자 이내로 입력하세요.',
  'This member': '이 구성원',
  'You cannot remove yourself. Another admin can.':
    '자신은 제거할 수 없습니다. 다른 관리자에게 요청하세요.',
  'You cannot suspend or resume yourself.': '자신의 이용을 중지하거나 다시 허용할 수 없습니다.',
  'This role': '이 역할',
  '{name} may do more than you. Ask an admin.':
    '{name}은(는) 내 권한보다 높은 역할입니다. 관리자에게 요청하세요.',
  'There is no backup to try.': '시험할 백업이 없습니다.',
  'The rows of {name} are not what the backup says.': '{name}의 행이 백업 내용과 다릅니다.',
  'Its rows do not keep the rules of the tables.': '행이 테이블의 규칙에 맞지 않습니다.',
  'This archive cannot be used: {what}. Nothing was changed.':
    '이 보관 파일을 사용할 수 없습니다: {what}. 변경된 내용은 없습니다.',
  'This moment cannot be reached: {message}.': '이 시점으로 갈 수 없습니다: {message}.',
  'The store for archives is full. Make room and try again.':
    '보관 저장소가 가득 찼습니다. 공간을 확보하고 다시 시도하세요.',
  'The file would be larger than 4 GB.': '파일이 4 GB를 넘습니다.',
  'This entry': '이 기록',
  'This is not a place in the trail. Begin at the newest entry.':
    '감사 기록에 없는 위치입니다. 최신 기록부터 다시 보세요.',
  'Something went wrong on our side. Nothing was changed.':
    '서버에서 문제가 발생했습니다. 변경된 내용은 없습니다.',
  'Something went wrong on our side.': '서버에서 문제가 발생했습니다.',
  'Sign in to the console first.': '먼저 콘솔에 로그인하세요.',
  '{name} is being deleted, as its admins asked.': '{name}은(는) 관리자의 요청으로 삭제 중입니다.',
  '{name} is suspended. Its data is kept.':
    '{name}은(는) 이용이 중지되었습니다. 데이터는 보관됩니다.',
  'Sign in first.': '먼저 로그인하세요.',
  'Your role does not allow this. An admin can change it.':
    '내 역할로는 할 수 없습니다. 관리자가 역할을 바꿀 수 있습니다.',
  'The request body is larger than {most} MB.': '요청 본문이 {most} MB를 넘습니다.',
  'This was done under this Idempotency-Key already, and its answer is a secret that is shown once. Do it anew under another key.':
    '이 Idempotency-Key로 이미 처리했으며, 그 응답은 한 번만 보여주는 비밀입니다. 다른 키로 다시 요청하세요.',
  'This Idempotency-Key was used for another request.': '다른 요청에 사용한 Idempotency-Key입니다.',
  'The request body is {what}.': '요청 본문 오류: {what}.',
  'This workspace makes more requests than the plan {plan} has. Try again in {seconds} s, or have an admin choose another in the settings, under Plan.':
    '이 워크스페이스의 요청이 {plan} 요금제의 한도를 넘었습니다. {seconds}초 후에 다시 시도하거나, 관리자에게 설정의 요금제에서 다른 요금제를 선택해 달라고 요청하세요.',
  'Too many requests. Try again in {seconds} s.':
    '요청이 너무 많습니다. {seconds}초 뒤에 다시 시도하세요.',
  'It is being tried again already.': '이미 다시 시도하고 있습니다.',
  'There is no such operation.': '없는 작업입니다.',
  'This request did not come from a page of this host.':
    '이 호스트의 페이지에서 보낸 요청이 아닙니다.',
  'The request is malformed.': '요청 형식이 올바르지 않습니다.',
  'Somebody else has just used one of these values, which may stand in one record only. Look again.':
    '한 레코드에만 쓸 수 있는 값을 방금 다른 사람이 사용했습니다. 다시 확인하세요.',
  'Something with this name exists already.': '같은 이름이 이미 있습니다.',
  'The request refers to something that does not exist.': '요청에서 가리키는 항목이 없습니다.',
  'A value has the wrong form.': '값의 형식이 올바르지 않습니다.',
  'This workspace is being moved. Try again in a few seconds.':
    '워크스페이스를 옮기는 중입니다. 몇 초 뒤에 다시 시도하세요.',
  'The database cannot be reached. Nothing was changed.':
    '데이터베이스에 연결할 수 없습니다. 변경된 내용은 없습니다.',
  'The connection broke while saving. Check whether it was saved.':
    '저장하는 동안 연결이 끊겼습니다. 저장되었는지 확인하세요.',
  'This took too long and was stopped. Nothing was changed.':
    '시간이 너무 오래 걸려 중단했습니다. 변경된 내용은 없습니다.',
  'There is nothing at this address.': '이 주소에는 아무것도 없습니다.',
  'X-Tenant contradicts the host.': 'X-Tenant가 호스트와 맞지 않습니다.',
  'Leave it out here, or use the API host.': '생략하거나 API 호스트를 사용하세요.',
  'The Authorization header is not a bearer token.': 'Authorization 헤더가 베어러 토큰이 아닙니다.',
  '{what} does not exist.': '{what}을(를) 찾을 수 없습니다.',
  This: '항목',
  'This tenant': '이 테넌트',
  'This file': '이 파일',
  'The file is larger than {size} MB.': '파일이 {size} MB를 넘습니다.',
  'This e-mail domain': '이 이메일 도메인',
  'This link': '이 링크',
  'Enter a domain, such as example.com.': 'example.com 같은 도메인을 입력하세요.',
  'Many organisations have names below this one. Enter a domain of your own.':
    '여러 조직이 함께 쓰는 이름입니다. 조직의 도메인을 입력하세요.',
  'Anybody can have an address there. Enter a domain of your own.':
    '누구나 주소를 만들 수 있는 곳입니다. 조직의 도메인을 입력하세요.',
  'A workspace has up to 20 e-mail domains. Remove one first.':
    '워크스페이스에는 이메일 도메인을 20개까지 둘 수 있습니다. 먼저 하나를 제거하세요.',
  'This domain is in the list already.': '이미 목록에 있는 도메인입니다.',
  'Verify this domain first.': '먼저 이 도메인을 확인하세요.',
  'Choose a role.': '역할을 선택하세요.',
  'Nobody joins this workspace by their address. Ask for an invitation.':
    '이 워크스페이스에는 이메일 주소로 참여할 수 없습니다. 초대를 요청하세요.',
  'This link is for another person. Sign out first.':
    '다른 사람을 위한 링크입니다. 먼저 로그아웃하세요.',
  'You were a member here before. Ask an admin for an invitation.':
    '예전에 구성원이었던 계정입니다. 관리자에게 초대를 요청하세요.',
  'This invitation was used already. Sign in instead.': '이미 사용한 초대입니다. 로그인하세요.',
  'This invitation was taken back. Ask for a new one.': '취소된 초대입니다. 새 초대를 요청하세요.',
  'This invitation is too old. Ask for a new one.': '만료된 초대입니다. 새 초대를 요청하세요.',
  'This account': '이 계정',
  'This invitation is for another person. Sign out first.':
    '다른 사람에게 보낸 초대입니다. 먼저 로그아웃하세요.',
  'Enter your name.': '이름을 입력하세요.',
  'Choose another password.': '다른 비밀번호를 사용하세요.',
  'This is not the password of your account.': '계정의 비밀번호가 아닙니다.',
  'Whoever invited you may no longer give this role. Ask for a new invitation.':
    '초대한 사람이 더 이상 이 역할을 줄 수 없습니다. 새 초대를 요청하세요.',
  'Pick a time zone such as Asia/Seoul.': 'Asia/Seoul처럼 시간대를 선택하세요.',
  'There is an account with this address already.': '이 주소로 만든 계정이 이미 있습니다.',
  'No workspace at this address.': '이 주소에는 워크스페이스가 없습니다.',
  'This is not your present password.': '현재 비밀번호가 아닙니다.',
  'At most {count} characters.': '최대 {count}자까지 입력할 수 있습니다.',
  'Enter an e-mail address, such as name@example.com.':
    'name@example.com처럼 이메일 주소를 입력하세요.',
  'Too many tries. Wait {wait} and try again.':
    '시도가 너무 많습니다. {wait} 뒤에 다시 시도하세요.',
  'This workspace': '이 워크스페이스',
  'You cannot give the role {name}: it may do more than you.':
    '{name} 역할은 내 권한보다 높아 부여할 수 없습니다.',
  'The invitation could not be written.': '초대를 저장하지 못했습니다.',
  'This person is a member already.': '이미 구성원입니다.',
  'Every seat of this workspace is taken. Ask an admin to free one: your link goes on working.':
    '이 워크스페이스에는 남은 자리가 없습니다. 관리자에게 자리를 비워 달라고 요청하세요. 링크는 계속 쓸 수 있습니다.',
  'Passwords are switched off in this workspace. Sign in another way.':
    '이 워크스페이스에서는 비밀번호를 쓰지 않습니다. 다른 방법으로 로그인하세요.',
  'Links by mail are switched off in this workspace. Sign in another way.':
    '이 워크스페이스에서는 이메일 링크를 쓰지 않습니다. 다른 방법으로 로그인하세요.',
  'Passwords are switched off in this workspace. Leave it out.':
    '이 워크스페이스에서는 비밀번호를 쓰지 않습니다. 비워 두세요.',
  'Passkeys are switched off in this workspace. Sign in another way.':
    '이 워크스페이스에서는 패스키를 쓰지 않습니다. 다른 방법으로 로그인하세요.',
  'No admin has a passkey that works here, so nobody could undo this. Add one in your account first.':
    '여기서 작동하는 패스키를 가진 관리자가 없어 되돌릴 수 없게 됩니다. 먼저 내 계정에서 패스키를 추가하세요.',
  'No admin could sign in here without this passkey. Switch another way to sign in on first.':
    '이 패스키가 없으면 로그인할 수 있는 관리자가 없습니다. 먼저 다른 로그인 방법을 켜세요.',
  'Passkeys of this workspace work at {host} only.':
    '이 워크스페이스의 패스키는 {host}에서만 작동합니다.',
  'At most {count} passkeys. Remove one that you no longer use.':
    '패스키는 {count}개까지 추가할 수 있습니다. 쓰지 않는 패스키를 제거하세요.',
  'This passkey is set up already.': '이미 추가한 패스키입니다.',
  'This passkey could not be set up. Begin again on this page.':
    '패스키를 추가하지 못했습니다. 이 페이지에서 처음부터 다시 하세요.',
  'This passkey': '이 패스키',
  'This passkey works at {host}. Remove it there.':
    '이 패스키는 {host}에서 작동합니다. 그곳에서 제거하세요.',
  'This passkey opens nothing here. Sign in another way.':
    '이 패스키로는 여기에 로그인할 수 없습니다. 다른 방법으로 로그인하세요.',
  'This passkey was not accepted. Try again, or use another way.':
    '패스키가 확인되지 않았습니다. 다시 시도하거나 다른 방법을 사용하세요.',
  'You have no passkey that works here.': '여기서 작동하는 패스키가 없습니다.',
  'You have nothing here to prove it with. Sign out, then in again.':
    '여기에는 확인할 수단이 없습니다. 로그아웃한 뒤 다시 로그인하세요.',
  'Your second factor is a passkey, which a browser has to ask for. Use an API token instead.':
    '2단계 인증이 패스키라 브라우저에서만 확인할 수 있습니다. API 토큰을 사용하세요.',
  'This workspace asks for a second factor, and this is your last one that works here. Set up another one first.':
    '이 워크스페이스는 2단계 인증을 요구하는데, 여기서 작동하는 마지막 수단입니다. 먼저 다른 수단을 설정하세요.',
  '{name} asks for a second factor, and this is your last one that works there. Set up another one there first.':
    '{name}에서 2단계 인증을 요구하는데, 그곳에서 작동하는 마지막 수단입니다. 먼저 그곳에서 다른 수단을 설정하세요.',
  'This authenticator': '이 인증 앱',
  'This second factor': '이 2단계 인증 수단',
  'This is longer than any answer of a device.': '기기의 응답으로는 너무 깁니다.',
  'This is no answer of a device.': '기기의 응답이 아닙니다.',
  'At most 60 characters.': '60자 이내로 입력하세요.',
  'Leave at least one way to sign in.': '로그인 방법을 하나 이상 남겨 두세요.',
  'Your password is good enough beside a second factor only. Choose a stronger one first.':
    '지금 비밀번호는 2단계 인증과 함께 쓸 때만 충분합니다. 먼저 더 강한 비밀번호로 바꾸세요.',
  'Too many people are signing in. Try again in a moment.':
    '로그인하는 사람이 너무 많습니다. 잠시 후 다시 시도하세요.',
  'Only the token from sign-in gives an access token.':
    '로그인에서 받은 토큰으로만 액세스 토큰을 받을 수 있습니다.',
  'At most a week.': '최대 일주일입니다.',
  'An API token cannot do this. Sign in with your password.':
    'API 토큰으로는 할 수 없습니다. 비밀번호로 로그인하세요.',
  'This link was used already or is too old. Ask for a new one.':
    '이미 사용했거나 만료된 링크입니다. 새 링크를 요청하세요.',
  'This device': '이 기기',
  'This device was signed out. Sign in again.': '이 기기는 로그아웃되었습니다. 다시 로그인하세요.',
  'Enter your password.': '비밀번호를 입력하세요.',
  'This is no valid token.': '올바른 토큰이 아닙니다.',
  'Enter a name.': '이름을 입력하세요.',
  'Leave out control characters and angle brackets.': '제어 문자와 꺾쇠괄호는 쓸 수 없습니다.',
  'E-mail or password is wrong.': '이메일 또는 비밀번호가 올바르지 않습니다.',
  'Name what the token is for.': '토큰의 용도를 적으세요.',
  'Pick at least one permission.': '권한을 하나 이상 선택하세요.',
  'The token could not be written.': '토큰을 저장하지 못했습니다.',
  'This token': '이 토큰',
  'There is no permission {scope}.': '{scope} 권한은 없습니다.',
  'You cannot give {scope}: your role does not have it.':
    '내 역할에 없는 {scope} 권한은 줄 수 없습니다.',
  'The mailbox': '메일함',
  'Something like this waits already. Let it finish first.':
    '같은 작업이 이미 대기 중입니다. 끝난 뒤에 다시 요청하세요.',
  'This piece of work': '이 작업',
  'It failed on our side. The log says why.': '서버에서 실패했습니다. 이유는 로그에 있습니다.',
  'Sign in with your second factor: it is asked for here.':
    '2단계 인증으로 로그인하세요. 이 워크스페이스에서 요구합니다.',
  'This workspace opens from its own networks only, and your address is {address}. An admin can add it.':
    '이 워크스페이스는 지정된 네트워크에서만 열립니다. 현재 주소는 {address}입니다. 관리자가 추가할 수 있습니다.',
  'Confirm that it is you, then this goes on.': '본인임을 확인하면 계속됩니다.',
  'This code is wrong or was used. Try the next one.':
    '코드가 틀렸거나 이미 사용되었습니다. 다음 코드를 입력하세요.',
  'This sign-in took too long. Begin again.': '로그인 시간이 초과되었습니다. 처음부터 다시 하세요.',
  'An authenticator is set up already. Remove it first.':
    '인증 앱이 이미 설정되어 있습니다. 먼저 해제하세요.',
  'Begin anew: the set-up was not begun here.': '설정을 처음부터 다시 시작하세요.',
  'You are no member here any more. An admin can tell you why.':
    '더 이상 이 워크스페이스의 구성원이 아닙니다. 관리자에게 문의하세요.',
  'Nothing is left to prove here.': '더 확인할 것이 없습니다.',
  'Sign in here anew to set a second factor up: you proved who you are too long ago.':
    '본인 확인을 한 지 오래되었습니다. 2단계 인증을 설정하려면 여기에서 다시 로그인하세요.',
  'An access token cannot do this. Use the token from sign-in.':
    '액세스 토큰으로는 할 수 없습니다. 로그인할 때 받은 토큰을 사용하세요.',
  'Prove it with the second factor that you have.': '이미 설정한 2단계 인증으로 확인하세요.',
  'This is not your password.': '비밀번호가 틀렸습니다.',
  'This workspace asks for a second factor. Sign in with a browser once to set it up.':
    '이 워크스페이스는 2단계 인증을 요구합니다. 브라우저로 한 번 로그인해 설정하세요.',
  'Give the code of your second factor.': '2단계 인증 코드를 입력하세요.',
  'You are signed in {max} times here, which is the most this workspace allows. Sign out somewhere first.':
    '이 워크스페이스에 이미 {max}번 로그인되어 있어 더 로그인할 수 없습니다. 먼저 다른 곳에서 로그아웃하세요.',
  'Your own address, {address}, is in none of them. Add it first.':
    '현재 주소 {address}이(가) 목록에 없습니다. 먼저 추가하세요.',
  'Write an address or a network, such as 203.0.113.0/24.':
    '주소나 네트워크를 입력하세요(예: 203.0.113.0/24).',
  'Choose 5 minutes to 7 days.': '5분에서 7일 사이로 정하세요.',
  'Choose 1 hour to 30 days.': '1시간에서 30일 사이로 정하세요.',
  'Choose 1 to 100.': '1에서 100 사이로 정하세요.',
  'Choose 0 to 90 days.': '0일에서 90일 사이로 정하세요.',
  'At most 100 networks.': '네트워크는 100개까지입니다.',
  'There is no role {role}.': '{role} 역할이 없습니다.',
  'Enter the whole code.': '코드를 모두 입력하세요.',
  'Enter the six digits.': '6자리 숫자를 입력하세요.',
  'This is longer than any code.': '코드가 너무 깁니다.',
  'Enter it to go on.': '계속하려면 입력하세요.',
  'Only roles that are given can end.': '부여하는 역할에만 종료 시각을 정할 수 있습니다.',
  'A role ends at a time to come.': '종료 시각은 지금 이후여야 합니다.',
  'Keep one role without an end, for when the others are over.':
    '다른 역할이 끝난 뒤를 위해 종료 시각이 없는 역할을 하나 남기세요.',
  '{name} owns this workspace. It has to be handed over first, under General.':
    '{name} 님이 워크스페이스의 소유자입니다. 먼저 일반 설정에서 소유권을 넘겨야 합니다.',
  '{name} is built in. Make a role of your own from it.':
    '{name}은(는) 기본 역할입니다. 이 역할로 새 역할을 만드세요.',
  'You cannot give what you may not do: {title}.': '나에게 없는 권한은 줄 수 없습니다: {title}.',
  'There is a role of this name already.': '같은 이름의 역할이 이미 있습니다.',
  'A workspace has up to {mostOwn} roles of its own.':
    '역할은 최대 {mostOwn}개까지 만들 수 있습니다.',
  'Somebody else changed this role. Load the page again.':
    '다른 사람이 역할을 변경했습니다. 페이지를 새로 고치세요.',
  'Choose another role.': '다른 역할을 선택하세요.',
  'Its people would see or do more in {names} as {role}. Change the rules there first, or choose another role.':
    '{role} 역할로는 {names}에서 더 많은 것을 보거나 할 수 있습니다. 먼저 규칙을 바꾸거나 다른 역할을 선택하세요.',
  '{role} may see or do more in {names}.':
    '{role} 역할은 {names}에서 더 많은 것을 보거나 할 수 있습니다.',
  'Nobody owns this workspace. Only an admin can name an owner.':
    '이 워크스페이스에는 소유자가 없습니다. 관리자만 소유자를 정할 수 있습니다.',
  'Only {name} can hand this workspace over.': '{name} 님만 워크스페이스를 넘길 수 있습니다.',
  'Choose somebody else.': '다른 사람을 선택하세요.',
  'Choose an admin: a workspace belongs to one of its admins.':
    '관리자를 선택하세요. 워크스페이스는 관리자가 소유합니다.',
  'This offer': '이 제안',
  'Only an admin can own this workspace.': '관리자만 워크스페이스를 소유할 수 있습니다.',
  'This offer is between two others.': '다른 두 사람 사이의 제안입니다.',
  'Keep this under 40 characters.': '40자 이내로 입력하세요.',
  'You came in through single sign-on, which opens this workspace alone. Sign in with a link by mail to change your account.':
    '통합 로그인은 이 워크스페이스만 엽니다. 계정을 변경하려면 이메일 링크로 로그인하세요.',
  'Sign in once with a link by mail to set a second factor up: it will count in other workspaces too.':
    '2단계 인증은 다른 워크스페이스에도 적용됩니다. 이메일 링크로 한 번 로그인해 설정하세요.',
  'This link is too old, was used, or was asked for in another browser. Begin again.':
    '만료되었거나 이미 사용했거나 다른 브라우저에서 요청한 링크입니다. 처음부터 다시 하세요.',
  'Enter the issuer as an address, such as https://login.example.com.':
    '발급자를 주소로 입력하세요(예: https://login.example.com).',
  'At most 300 characters.': '300자 이내로 입력하세요.',
  'Enter the client ID.': '클라이언트 ID를 입력하세요.',
  'Enter the client secret.': '클라이언트 비밀 값을 입력하세요.',
  'Enter what stands on the button.': '버튼에 표시할 이름을 입력하세요.',
  'At most 40 characters.': '40자 이내로 입력하세요.',
  'Name the claim, such as groups.': '클레임 이름을 입력하세요(예: groups).',
  'Enter the group as the provider names it.': '인증 공급자에서 쓰는 그룹 이름을 입력하세요.',
  'At most 50 groups.': '그룹은 50개까지입니다.',
  'This identity provider': '이 인증 공급자',
  'This is no address that can be asked.': '요청할 수 없는 주소입니다.',
  'Use https: over http anybody on the way could pose as the provider.':
    'https를 사용하세요. http에서는 중간에서 공급자를 사칭할 수 있습니다.',
  'This token does not carry the right to see who is a member.':
    '이 토큰에는 구성원을 볼 권한이 없습니다.',
  'Use port 443 or 8443: others are for services of another kind.':
    '443 또는 8443 포트를 쓰세요. 다른 포트는 다른 종류의 서비스용입니다.',
  'This address leads into a private network, where the product does not go.':
    '내부 네트워크로 이어지는 주소라 접속하지 않습니다.',
  'There is no host of this name.': '이 이름의 호스트가 없습니다.',
  'Nothing answers there.': '응답이 없습니다.',
  'It did not answer within 8 seconds.': '8초 안에 응답하지 않았습니다.',
  'Its answer is larger than 1 MB.': '응답이 1 MB를 넘습니다.',
  'It does not describe itself at /.well-known/openid-configuration.':
    '/.well-known/openid-configuration에 설정 정보가 없습니다.',
  'What it says at /.well-known/openid-configuration is not JSON.':
    '/.well-known/openid-configuration의 내용이 JSON이 아닙니다.',
  'It names another issuer than this. Copy the issuer exactly as the provider shows it.':
    '다른 발급자를 알려 왔습니다. 공급자에 표시된 발급자를 그대로 복사하세요.',
  'It names no place to sign in, to get tokens, or for its keys.':
    '로그인, 토큰 또는 키의 주소를 알려 주지 않습니다.',
  'It shows no keys with which it signs.': '서명에 쓰는 키를 보여 주지 않습니다.',
  'It does not answer as an OpenID provider does.': 'OpenID 공급자의 응답이 아닙니다.',
  'This account is gone.': '삭제된 계정입니다.',
  'This domain': '이 도메인',
  'This bounce': '이 반송 기록',
  'Enter a domain, such as learn.example.com.': 'learn.example.com 같은 도메인을 입력하세요.',
  'This name is reserved. Enter a domain of your own.':
    '예약된 이름입니다. 조직의 도메인을 입력하세요.',
  'A workspace has up to 20 domains. Remove one first.':
    '워크스페이스에는 도메인을 20개까지 둘 수 있습니다. 먼저 하나를 제거하세요.',
  'This address was given by the platform.': '플랫폼에서 준 주소입니다.',
  'Only a live domain can be primary.': '작동하는 도메인만 기본으로 지정할 수 있습니다.',
  '{names} cannot do without {title}. Turn those off first.':
    '{names}에 {title}이(가) 필요합니다. 먼저 {names}을(를) 끄세요.',
  '{title} needs {names}. Turn on what it needs first.':
    '{title}에는 {names}이(가) 필요합니다. 필요한 것을 먼저 켜세요.',
} as const;
