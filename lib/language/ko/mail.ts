/** Letters. */
export const mail = {
  'Sign in to {tenant}': '{tenant} 로그인',
  'You asked for a link to sign in without a password.':
    '비밀번호 없이 로그인할 수 있는 링크를 요청하셨습니다.',
  'Sign in': '로그인',
  'The link works once, for {minutes} minutes. If you did not ask for it, leave it unused.':
    '링크는 {minutes}분 동안 한 번만 쓸 수 있습니다. 요청하지 않으셨다면 사용하지 마세요.',
  'Choose a new password for {tenant}': '{tenant} 새 비밀번호 설정',
  'Choose a new password': '새 비밀번호 설정',
  'You asked to change the password with which you sign in to {tenant}.':
    '{tenant}에 로그인하는 비밀번호의 변경을 요청하셨습니다.',
  'Choosing a new one signs you out on every device.':
    '새 비밀번호를 설정하면 모든 기기에서 로그아웃됩니다.',
  'The link works once, for {minutes} minutes. If you did not ask for it, your password stays as it is.':
    '링크는 {minutes}분 동안 한 번만 쓸 수 있습니다. 요청하지 않으셨다면 비밀번호는 그대로 유지됩니다.',
  'Join {tenant}': '{tenant} 참여하기',
  '{inviter} invites you to {tenant}. Your role there will be {role}.':
    '{inviter} 님이 {tenant}에 초대했습니다. 역할은 {role}입니다.',
  'Accept invitation': '초대 수락',
  'The invitation is for {to} and ends in {days} days.':
    '{to} 주소로 보낸 초대이며 {days}일 뒤에 만료됩니다.',
  'Or open this address:': '또는 이 주소를 여세요:',
  '{tenant} will be deleted on {day}': '{tenant}이(가) {day}에 삭제됩니다',
  '{askedBy} asked for it. Until then everybody can go on working and take their data with them.':
    '{askedBy} 님이 요청했습니다. 그때까지는 계속 일할 수 있고 데이터를 내보낼 수 있습니다.',
  'Any admin can cancel this until the end. Afterwards nobody can bring it back, nor its backups.':
    '관리자라면 누구나 그 전까지 취소할 수 있습니다. 그 뒤에는 백업까지 사라져 되돌릴 수 없습니다.',
  'See or cancel the deletion': '삭제 확인 또는 취소',
  'You get this because you are an admin there. If you did not expect it, talk to the person who asked.':
    '관리자이기 때문에 이 메일을 받으셨습니다. 예상하지 못한 일이라면 요청한 분과 상의하세요.',
  'Last reminder: {tenant} will be deleted on {day}':
    '마지막 안내: {tenant}이(가) {day}에 삭제됩니다',
  'Export what you want to keep before that day.': '보관할 데이터는 그 전에 내보내세요.',
  'Everything in it goes, backups and exports included. Any admin can still cancel.':
    '백업과 내보낸 파일을 포함해 모두 삭제됩니다. 관리자라면 누구나 아직 취소할 수 있습니다.',
  'You get this because you are an admin there.': '관리자이기 때문에 이 메일을 받으셨습니다.',
  '{tenant} is ready': '{tenant}이(가) 준비되었습니다',
  'Hello {name}. A workspace has been opened for you, and you are its admin.':
    '안녕하세요, {name} 님. 워크스페이스가 열렸으며 관리자로 지정되셨습니다.',
  'Choose a password and sign in to make it yours: looks, people, roles.':
    '비밀번호를 설정하고 로그인해 브랜드, 구성원, 역할을 정하세요.',
  'Choose a password': '비밀번호 설정',
  'The link works once, for {linkDays} days. After that, ask for a new one on the sign-in page.':
    '링크는 {linkDays}일 동안 한 번만 쓸 수 있습니다. 그 뒤에는 로그인 페이지에서 새 링크를 요청하세요.',
  '{by} mentioned you in {collection}': '{by} 님이 {collection}에서 회원님을 언급했습니다',
  '{by} mentioned you': '{by} 님이 회원님을 언급했습니다',
  'You are mentioned in a comment on a record of {collection}.':
    '{collection}의 레코드에 달린 댓글에서 언급되었습니다.',
  'Open the record': '레코드 열기',
  'You get this mail because you are a member and somebody asked for your attention.':
    '구성원이며 누군가 회원님의 확인을 요청해 이 메일을 받으셨습니다.',
  'An answer came to {collection}': '{collection}에 응답이 도착했습니다',
  'An answer came': '응답이 도착했습니다',
  'Somebody filled in the form of {collection}.': '{collection} 양식에 응답이 제출되었습니다.',
  'You get this mail because you asked for it in the form. You can switch it off there.':
    '양식에서 알림을 요청해 이 메일을 받으셨습니다. 양식에서 알림을 끌 수 있습니다.',
  'Your export of {collection} is ready': '{collection} 내보내기가 준비되었습니다',
  'Your export is ready': '내보내기가 준비되었습니다',
  '{rows} records of {collection} are in a file.':
    '{collection}의 레코드 {rows}개를 파일로 만들었습니다.',
  'It can be fetched for 24 hours, and by nobody but you.':
    '24시간 동안 본인만 다운로드할 수 있습니다.',
  'Fetch the file': '파일 다운로드',
  'You get this mail because you asked for the export.':
    '내보내기를 요청해 이 메일을 받으셨습니다.',
  'Your role {role} in {tenant} has ended': '{tenant}의 {role} 역할이 끝났습니다',
  'Your role {role} over {team} has ended': '{team}에 대한 {role} 역할이 끝났습니다',
  'Your role {role} has ended': '{role} 역할이 끝났습니다',
  'It was given to you for a time, and that is over. Your other roles stay.':
    '정해진 기간이 지나 역할이 끝났습니다. 다른 역할은 그대로입니다.',
  'Open the workspace': '워크스페이스 열기',
  'If you still need it, ask an admin there.': '계속 필요하면 관리자에게 요청하세요.',
  '{name} offers you the ownership of {tenant}': '{name} 님이 {tenant}의 소유권을 제안했습니다',
  'The owner of a workspace stays its admin, and alone can hand it over.':
    '소유자는 관리자로 남으며, 소유자만 워크스페이스를 넘길 수 있습니다.',
  'Nothing changes until you accept. The offer ends in 7 days.':
    '수락하기 전에는 아무것도 바뀌지 않습니다. 제안은 7일 뒤에 끝납니다.',
  'See the offer': '제안 보기',
  '{name} now owns {tenant}': '{name} 님이 {tenant}의 소유자가 되었습니다',
  'Your offer was accepted. You stay an admin there.':
    '제안이 수락되었습니다. 관리자 역할은 그대로입니다.',
  'If you did not offer it, talk to another admin at once.':
    '제안한 적이 없다면 바로 다른 관리자에게 알리세요.',
  'Confirm your sign-in to {tenant}': '{tenant} 로그인 확인',
  'Somebody signed in to {tenant} with {provider}, which says that this address is theirs.':
    '{provider} 계정으로 {tenant} 로그인이 시도되었고, 이 주소가 그 계정의 주소라고 합니다.',
  'If it was you, confirm it once, in the same browser.':
    '본인이라면 같은 브라우저에서 한 번만 확인하세요.',
  'An authenticator app was set up for your account': '계정에 인증 앱이 설정되었습니다',
  'The authenticator app of your account was removed': '계정의 인증 앱이 해제되었습니다',
  'A passkey was added to your account': '계정에 패스키가 추가되었습니다',
  'A passkey of your account was removed': '계정의 패스키가 제거되었습니다',
  'A passkey of your account was shut': '계정의 패스키가 차단되었습니다',
  'It is called {name} and works at {host}.': '이름은 {name}이고 {host}에서 작동합니다.',
  'Its device counts backwards, which happens when somebody has a copy. It opens nothing any more, and devices that signed in with a passkey are signed out. Remove it, and make a new one.':
    '기기의 사용 횟수가 거꾸로 갔습니다. 누군가 복사했을 때 생기는 일입니다. 이 패스키는 더는 쓸 수 없고, 패스키로 로그인한 기기는 모두 로그아웃되었습니다. 제거하고 새로 만드세요.',
  'Your account': '내 계정',
  'If it was you, there is nothing to do.': '본인이라면 아무것도 하지 않아도 됩니다.',
  'If it was not you, choose a new password and sign out on every device, both on the page of your account.':
    '본인이 아니라면 내 계정 페이지에서 비밀번호를 바꾸고 모든 기기에서 로그아웃하세요.',
  Join: '참여하기',
  'People with an address like yours may join {tenant} by themselves.':
    '이 주소와 같은 도메인을 쓰는 사람은 {tenant}에 스스로 참여할 수 있습니다.',
  'Go on with the button to come in.': '들어오려면 버튼을 누르세요.',
  'The record of {domain} is missing': '{domain}의 레코드가 없습니다',
  'Nobody joins {tenant} by this domain until its record is seen again. Members stay.':
    '레코드가 다시 보일 때까지 이 도메인으로 {tenant}에 참여할 수 없습니다. 구성원은 그대로입니다.',
  'Set it again by {until}. After that, joining has to be turned on anew as well.':
    '{until}까지 다시 설정하세요. 그 뒤에는 참여도 다시 켜야 합니다.',
  'Set it again, check it, and turn joining on anew.':
    '다시 설정하고 확인한 뒤 참여를 다시 켜세요.',
  'See the record': '레코드 보기',
  'You get this because you may set the rules of sign-in there.':
    '로그인 규칙을 정할 수 있어 이 메일을 받으셨습니다.',
  '{domain} is verified again': '{domain}이 다시 확인되었습니다',
  'People with an address there join {tenant} by themselves again.':
    '그 주소를 쓰는 사람이 다시 {tenant}에 스스로 참여할 수 있습니다.',
  'Nobody joins {tenant} by it unless you turn that on.':
    '참여를 켜기 전에는 이 도메인으로 {tenant}에 참여할 수 없습니다.',
  'See the domain': '도메인 보기',
  '{domain} has to be verified anew': '{domain}을 새로 확인해야 합니다',
  'The platform’s staff ended the hold of {tenant} on this domain. Members stay.':
    '플랫폼 운영자가 이 도메인에 대한 {tenant}의 보유를 끝냈습니다. 구성원은 그대로입니다.',
  'If it is yours, set the record that is shown now, which has a new value, and check it.':
    '조직의 도메인이라면 새 값이 담긴 레코드를 설정하고 확인하세요.',
  '{partner} offers {tenant} a look': '{partner}에서 {tenant}에 보기를 제안했습니다',
  'Nobody here sees anything of it before an admin accepts.':
    '관리자가 수락하기 전에는 아무도 볼 수 없습니다.',
  '{tenant} no longer shares {place}': '{tenant}에서 {place} 공유를 중단했습니다',
  '{partner} sees it no more. The audit trail says who took it back.':
    '이제 {partner}에서 볼 수 없습니다. 누가 중단했는지는 감사 기록에 있습니다.',
  '{partner} no longer shares {place}': '{partner}에서 {place} 공유를 중단했습니다',
  'Nobody here sees it any more.': '이제 이곳에서는 아무도 볼 수 없습니다.',
  '{partner} declined {place}': '{partner}에서 {place} 공유를 거절했습니다',
  'Nobody there sees it. To share it after all, offer it anew.':
    '그곳에서는 아무도 볼 수 없습니다. 공유하려면 다시 제안하세요.',
  '{place} is shared until {day}': '{place} 공유가 {day}에 끝납니다',
  '{partner} sees it until then. To go on, share it anew.':
    '그때까지 {partner}에서 볼 수 있습니다. 계속하려면 다시 공유하세요.',
  '{partner} shares it until then. To go on, ask there for a new offer.':
    '그때까지 {partner}에서 공유합니다. 계속하려면 새 제안을 요청하세요.',
  Members: '구성원',
  Records: '레코드',
  'Storage for files': '파일 저장 공간',
  'Own roles': '자체 역할',
  '{tenant} gets {amount} back': '{tenant}에 {amount}이(가) 환불됩니다',
  'Credit note {number} says so.': '대변 전표 {number}에 따른 것입니다.',
  '{amount} goes back the way it was paid. That can take some days.':
    '{amount}은(는) 결제한 수단으로 돌아갑니다. 며칠 걸릴 수 있습니다.',
  '{amount} is kept for the next invoices.': '{amount}은(는) 다음 청구서에 쓰도록 보관됩니다.',
  'Own domains': '자체 도메인',
  Webhooks: '웹훅',
  'API tokens': 'API 토큰',
  '{tenant} has used {percent} % of a limit: {limit}': '{tenant}: {limit} 한도의 {percent} % 사용',
  '{used} of {max} are in use.': '{max} 중 {used}을(를) 사용하고 있습니다.',
  'You can still add more. Nothing is deleted.':
    '한도를 넘어도 계속 추가할 수 있습니다. 삭제되는 것은 없습니다.',
  'Once it is full nothing more comes in. Nothing is deleted.':
    '가득 차면 더 추가할 수 없습니다. 삭제되는 것은 없습니다.',
  'See the plan': '요금제 보기',
  'A limit of {tenant} changes on {day}: {limit}': '{tenant}: {day}에 {limit} 한도가 바뀝니다',
  'A limit of {tenant} changed: {limit}': '{tenant}: {limit} 한도가 바뀌었습니다',
  'Until then the platform sets it to {max}. After that it is {next}.':
    '그때까지는 플랫폼이 정한 {max}이고, 그 뒤에는 {next}입니다.',
  'What the platform set for you, {max}, is over. It is {next} now.':
    '플랫폼이 정한 {max}의 기간이 끝나 이제 {next}입니다.',
  'No limit': '제한 없음',
  'What is here stays. Where there is more than that, nothing more comes in.':
    '있는 것은 그대로입니다. 한도를 넘으면 더 추가할 수 없습니다.',
  'A payment of {tenant} did not go through': '{tenant}의 결제가 처리되지 않았습니다',
  'Invoice {number} over {amount} is not paid.':
    '청구서 {number}({amount})가 아직 결제되지 않았습니다.',
  'An invoice over {amount} is not paid.': '{amount} 청구서가 아직 결제되지 않았습니다.',
  'It is tried again on {day}. You can pay it before, or by another card.':
    '{day}에 다시 결제를 시도합니다. 그 전에 직접 결제하거나 다른 카드를 사용할 수 있습니다.',
  'Please pay it, so that the plan goes on.': '요금제를 계속 이용하려면 직접 결제해 주세요.',
  'See and pay the invoice': '청구서 확인 및 결제',
  'The trial of {tenant} ends on {day}': '{tenant}의 무료 체험이 {day}에 끝납니다',
  'The plan was given up and ends with it. Nothing is charged.':
    '요금제를 해지했으므로 체험과 함께 끝납니다. 청구되는 금액은 없습니다.',
  'From then on the plan is charged. Nothing is charged if you end it before.':
    '그 이후로 요금이 청구됩니다. 그 전에 해지하면 청구되지 않습니다.',
  'Your plan {plan} in {tenant} is signed': '{tenant}의 {plan} 요금제가 체결되었습니다',
  'Your plan {plan} in {tenant} goes on': '{tenant}의 {plan} 요금제가 재개되었습니다',
  'Your plan {plan} in {tenant} is suspended': '{tenant}의 {plan} 요금제가 중지되었습니다',
  'Your plan {plan} in {tenant} has ended': '{tenant}의 {plan} 요금제가 종료되었습니다',
  'The plan {plan} in {tenant} was not signed': '{tenant}의 {plan} 요금제가 체결되지 않았습니다',
  'What comes with it is yours from now on.': '요금제에 포함된 것을 지금부터 쓸 수 있습니다.',
  'What comes with it is yours again.': '요금제에 포함된 것을 다시 쓸 수 있습니다.',
  'What comes with it rests until an admin resumes it. Nothing of yours is deleted.':
    '관리자가 재개할 때까지 요금제에 포함된 것을 쓸 수 없습니다. 삭제되는 것은 없습니다.',
  'What came with it is over. Nothing of yours is deleted.':
    '요금제에 포함된 것을 더 이상 쓸 수 없습니다. 삭제되는 것은 없습니다.',
  'You keep what you have. You can ask again at any time.':
    '지금 쓰는 것은 그대로입니다. 언제든지 다시 요청할 수 있습니다.',
  'See my plan': '내 요금제 보기',
  'The reason stands there. If something is not clear, ask an admin there.':
    '이유는 그곳에 적혀 있습니다. 궁금한 점은 관리자에게 문의하세요.',
  '{name} asks for the plan {plan} in {tenant}':
    '{name} 님이 {tenant}의 {plan} 요금제를 요청했습니다',
  'Nothing changes for them before somebody signs it.':
    '누군가 체결하기 전까지 바뀌는 것은 없습니다.',
  'See what they ask for': '요청 보기',
  'You get this because you may sign plans there.':
    '요금제를 체결할 수 있는 분께 보내는 메일입니다.',
  'You get this because you may choose the plan there.':
    '요금제를 선택할 수 있어 이 메일을 보내 드립니다.',
  'See what is shared': '공유 내용 보기',
  'You get this because you may decide there what is shared.':
    '공유를 결정할 수 있어 이 메일을 받으셨습니다.',
  'The reason stands in the audit trail.': '이유는 감사 기록에 있습니다.',
  'It shows that your former account of {tenant} is yours.':
    '{tenant}의 이전 계정이 본인의 것임을 확인합니다.',
  'There is no account with this address yet. The link makes you one.':
    '이 주소로 된 계정이 아직 없습니다. 링크로 새로 만들 수 있습니다.',
  'It shows that the account with this address is yours.':
    '이 주소의 계정이 본인의 것임을 확인합니다.',
  'Your account at {tenant}': '{tenant} 계정',
  'Go on with your account at {tenant}': '{tenant} 계정으로 계속하기',
  'You are bringing your account over to a shared sign-in.':
    '공유 로그인으로 계정을 옮기고 있습니다.',
  'Go on': '계속',
  'The link works once, for half an hour, in the browser that asked for it. If that was not you, leave it unused.':
    '링크는 요청한 브라우저에서 30분 동안 한 번만 쓸 수 있습니다. 요청하지 않았다면 사용하지 마세요.',
  'Bring your account at {tenant} over': '{tenant} 계정을 옮겨 오세요',
  '{tenant} now shares its sign-in with other workspaces.':
    '{tenant}은(는) 이제 다른 워크스페이스와 로그인을 공유합니다.',
  'Prove your former account once and the new one, and go on with all that was yours.':
    '이전 계정과 새 계정을 한 번 확인하면 모든 내용을 그대로 쓸 수 있습니다.',
  'Bring it over': '가져오기',
  'Your account at {tenant} was brought over': '{tenant} 계정을 옮겼습니다',
  'What was {former} at {tenant} is {now} from now on, with all that belonged to it.':
    '{tenant}의 {former} 계정은 이제 {now}이며, 속해 있던 모든 것이 함께 옮겨졌습니다.',
  'Open {tenant}': '{tenant} 열기',
  'If that was not you, tell an admin of the workspace at once.':
    '본인이 아니라면 즉시 워크스페이스 관리자에게 알리세요.',
  'Until then your former password opens nothing there. Nothing of yours is lost.':
    '그때까지 이전 비밀번호로는 들어갈 수 없습니다. 내용은 사라지지 않습니다.',
  'Sign in with the account that you have.': '가지고 있는 계정으로 로그인하세요.',
  'Its sign-in is shared with other workspaces of yours.':
    '다른 워크스페이스와 로그인을 공유합니다.',
  'Records at {tenant} name a former account still':
    '{tenant}의 레코드에 아직 이전 계정이 남아 있습니다',
  '{former} came over as {now}. These fields take each value once, and another record names {now} there already:':
    '{former} 계정이 {now} 계정으로 옮겨 왔습니다. 다음 필드는 같은 값을 한 번만 받는데, 다른 레코드에 이미 {now} 계정이 있습니다.',
  '{collection}: {field}': '{collection}: {field}',
  'That record keeps the name. The other goes on naming the former account; decide what it should say.':
    '그 레코드는 그대로 두었습니다. 나머지 레코드에는 이전 계정이 남아 있으니 어떤 값이어야 할지 정해 주세요.',
  'You get this because you manage people there.':
    '사용자를 관리하기 때문에 이 메일을 받으셨습니다.',
  'Another workspace has proven {domain}': '다른 워크스페이스가 {domain} 도메인을 인증했습니다',
  'The proof of {tenant} was older than three days, and another workspace with the same sign-in has set a record of its own since.':
    '{tenant}의 인증이 3일을 넘겼고, 그 사이 로그인을 함께 쓰는 다른 워크스페이스가 자기 레코드를 설정했습니다.',
  'Nobody joins {tenant} by this domain any more. Members stay. If it is yours, see who may change its DNS records; staff of the platform can end the other hold.':
    '이제 이 도메인으로는 {tenant}에 참여할 수 없습니다. 기존 멤버는 그대로입니다. 본인의 도메인이라면 DNS 레코드를 바꿀 수 있는 사람을 확인하세요. 플랫폼 직원이 다른 쪽의 보유를 끝낼 수 있습니다.',
  'Many people ask to join {tenant} by {domain}':
    '{domain} 도메인으로 {tenant} 참여 요청이 많습니다',
  '{most} mails to join with went out in a day. No more go out by this domain until that day is over, and nobody who asks is told.':
    '하루 동안 참여 메일 {most}통이 발송되었습니다. 하루가 지날 때까지 이 도메인으로는 더 보내지 않으며, 요청한 사람에게는 알리지 않습니다.',
  'If you did not expect it, turn joining off by this domain: somebody may be asking for addresses that are not theirs. Invitations work as ever.':
    '예상하지 못한 일이라면 이 도메인의 참여를 끄세요. 누군가 남의 주소로 요청하고 있을 수 있습니다. 초대는 평소처럼 작동합니다.',
  'A record of {host} is missing': '{host}의 레코드가 없습니다',
  '{host} no longer leads to {tenant}.': '{host}이(가) 더 이상 {tenant}(으)로 연결되지 않습니다.',
  '{host} stops working soon': '{host} 도메인이 곧 작동을 멈춥니다',
  'The TXT record that proves {host} to be yours is not there any more.':
    '{host}의 소유를 증명하는 TXT 레코드가 더 이상 없습니다.',
  'The name servers of {host} have not answered for two days.':
    '{host}의 이름 서버가 이틀 동안 응답하지 않았습니다.',
  'Links in mails name the workspace’s own address until it does again.':
    '다시 연결될 때까지 메일의 링크는 워크스페이스의 기본 주소를 씁니다.',
  'Mend it by {until}. After that the domain stops working.':
    '{until}까지 고쳐 주세요. 그 뒤에는 도메인이 작동하지 않습니다.',
  'See the records': '레코드 보기',
  'You get this because you may change the domains there.':
    '도메인을 바꿀 수 있어 이 메일을 받으셨습니다.',
  '{host} is live again': '{host}이(가) 다시 작동합니다',
  'All its records stand, and it leads to {tenant}.':
    '모든 레코드가 확인되어 {tenant}(으)로 연결됩니다.',
  '{host} no longer works': '{host}이(가) 더 이상 작동하지 않습니다',
  'The platform’s staff ended the hold of {tenant} on this domain.':
    '플랫폼 운영자가 이 도메인에 대한 {tenant}의 보유를 끝냈습니다.',
  'Its proof was not seen for seven days, so {tenant} does not answer there.':
    '7일 동안 증명이 확인되지 않아 {tenant}에서 이 주소로 응답하지 않습니다.',
  'If it is yours, set the records that are shown now, which have a new value, and check them.':
    '조직의 도메인이라면 새 값이 담긴 레코드를 설정하고 확인하세요.',
  'The webhook {name} was turned off': '웹훅 {name}이(가) 꺼졌습니다',
  '{at} answered that it is gone for good.': '{at}에서 더 이상 존재하지 않는다고 응답했습니다.',
  'Nothing has arrived at {at} for five days.': '5일 동안 {at}에 아무것도 전달되지 않았습니다.',
  'Events of {tenant} are not sent there any more. What did not arrive is kept for 30 days. Turn the webhook on again, then send it again from its page.':
    '{tenant}의 이벤트를 더 이상 그곳으로 보내지 않습니다. 전달되지 않은 것은 30일 동안 보관됩니다. 웹훅을 다시 켠 뒤 그 페이지에서 다시 보내세요.',
  'See the webhook': '웹훅 보기',
  'You get this because you may change the webhooks there.':
    '웹훅을 바꿀 수 있어 이 메일을 받으셨습니다.',
} as const;
