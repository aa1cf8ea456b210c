/** Pages before sign-in, and notices in place of pages. */
export const auth = {
  'Sign in to {name}': '{name} 로그인',
  'Runs on {platform}': '{platform}(으)로 운영됩니다',
  'If {email} belongs to a member, a link is on its way. It works once, for 15 minutes.':
    '{email} 주소를 쓰는 구성원이 있으면 링크를 보내 드립니다. 링크는 15분 동안 한 번만 쓸 수 있습니다.',
  'If {email} belongs to a member, a link to sign in is on its way. It works once, for 15 minutes.':
    '{email} 주소를 쓰는 구성원이 있으면 로그인 링크를 보내 드립니다. 링크는 15분 동안 한 번만 쓸 수 있습니다.',
  'Look into your mail': '메일을 확인하세요',
  'E-mail': '이메일',
  'Mail me a link': '링크 받기',
  'Choose a new password': '새 비밀번호 설정',
  'We mail you a link with which to set it.':
    '비밀번호를 설정할 수 있는 링크를 메일로 보내 드립니다.',
  'Back to sign-in': '로그인으로 돌아가기',
  'No sign-in waits for a second step here.': '진행 중인 2단계 로그인이 없습니다.',
  'Your name': '이름',
  'Your password': '비밀번호',
  'Choose a password': '비밀번호 설정',
  'You have an account already.': '이미 계정이 있습니다.',
  Join: '참여하기',
  'Create account and join': '계정 만들고 참여하기',
  'Forgot your password?': '비밀번호를 잊으셨나요?',
  Invitation: '초대',
  'Go to {tenant}': '{tenant}(으)로 이동',
  'Join {tenant}': '{tenant} 참여하기',
  'You are invited as {email}, in the role {role}. The invitation ends on {until}.':
    '{email} 주소로 초대받았습니다. 역할은 {role}입니다. 초대는 {until}까지 유효합니다.',
  'This invitation was used': '이미 사용한 초대입니다',
  'If it was you, sign in with your e-mail and password.':
    '본인이 사용했다면 이메일과 비밀번호로 로그인하세요.',
  'This invitation is too old': '만료된 초대입니다',
  'It ended on {ended}. Ask {name} for a new one.':
    '{ended}에 만료되었습니다. {name} 님에게 새 초대를 요청하세요.',
  'It ended on {ended}. Ask whoever invited you for a new one.':
    '{ended}에 만료되었습니다. 초대한 분에게 새 초대를 요청하세요.',
  'You are a member already': '이미 구성원입니다',
  '{email} belongs to {tenant}, so there is nothing left to accept.':
    '{email} 계정은 이미 {tenant}에 속해 있어 수락할 것이 없습니다.',
  'This invitation was taken back': '취소된 초대입니다',
  'Ask whoever invited you, if this surprises you.': '궁금한 점은 초대한 분에게 문의하세요.',
  'This invitation is for somebody else': '다른 사람에게 보낸 초대입니다',
  'It is for {email}, and you are signed in here as {own}.':
    '{email} 주소로 보낸 초대이며, 지금은 {own} 계정으로 로그인되어 있습니다.',
  'Sign out and go on': '로그아웃하고 계속하기',
  'Sign in': '로그인',
  'You are nearly in': '거의 다 되었습니다',
  'One click signs this browser in.': '한 번만 누르면 이 브라우저에서 로그인됩니다.',
  'Saving it signs you out on every device.': '저장하면 모든 기기에서 로그아웃됩니다.',
  'Ask for a new link': '새 링크 요청',
  'New password': '새 비밀번호',
  'Save password': '비밀번호 저장',
  Password: '비밀번호',
  'E-mail me a link': '이메일 링크로 로그인',
  'Passwords are switched off here. If no other way opens it to you, ask an admin.':
    '이 워크스페이스에서는 비밀번호를 쓰지 않습니다. 다른 방법으로 로그인할 수 없으면 관리자에게 문의하세요.',
  'This workspace wants another way of signing in than the one you came with. Sign in here.':
    '이 워크스페이스는 다른 로그인 방법을 요구합니다. 여기에서 로그인하세요.',
  'E-mail me a link instead': '이메일 링크로 로그인',
  'That link was used already or is too old. Sign in here, or ask for a new one.':
    '이미 사용했거나 만료된 링크입니다. 여기에서 로그인하거나 새 링크를 요청하세요.',
  'Your password is changed. Sign in with the new one.':
    '비밀번호를 변경했습니다. 새 비밀번호로 로그인하세요.',
  Suspended: '이용 중지',
  'This workspace is suspended': '이용이 중지된 워크스페이스입니다',
  'Nobody can sign in to {name} at the moment. Its data is kept. Its owner has been told why and can have it opened again.':
    '지금은 아무도 {name}에 로그인할 수 없습니다. 데이터는 그대로 보관됩니다. 소유자에게 이유를 알렸으며, 소유자가 다시 열도록 요청할 수 있습니다.',
  'Back in a moment': '잠시 후 다시 열립니다',
  'The server with the data of {name} does not answer. Nothing is lost. Load this page again in a minute.':
    '{name}의 데이터가 있는 서버가 응답하지 않습니다. 데이터는 안전합니다. 1분 뒤에 페이지를 새로고침하세요.',
  Deleted: '삭제됨',
  'This workspace is being deleted': '삭제 중인 워크스페이스입니다',
  'The admins of {name} asked for this, and the time to take it back is over.':
    '{name}의 관리자가 삭제를 요청했고, 취소할 수 있는 기간이 지났습니다.',
  'Your role does not open this': '이 페이지를 볼 수 있는 역할이 아닙니다',
  'An admin of this workspace can give you a role that does, under Settings, People.':
    '워크스페이스 관리자가 설정 > 구성원에서 역할을 바꿔 줄 수 있습니다.',
  'Go to the start': '처음으로',
  'There is nothing here': '페이지를 찾을 수 없습니다',
  'The address may be old, or what stood here may have been removed.':
    '주소가 바뀌었거나 내용이 삭제되었을 수 있습니다.',
  'Second step': '2단계',
  '{name} asks everybody in your role for a second factor. It takes a minute.':
    '{name}에서는 이 역할의 구성원에게 2단계 인증을 요구합니다. 1분이면 됩니다.',
  '{name} asks everybody in your role for a second factor. Sign in here anew to set one up: you proved who you are too long ago.':
    '{name}에서는 이 역할의 구성원에게 2단계 인증을 요구합니다. 본인 확인을 한 지 오래되었으니 여기에서 다시 로그인해 설정하세요.',
  'One proof alone does not open this account.': '이 계정은 한 가지 확인만으로 열리지 않습니다.',
  'Your passkeys work at other addresses. Sign in at one of them and come over from there, then add a passkey here.':
    '패스키가 다른 주소에서만 작동합니다. 그 주소에서 로그인해 이곳으로 건너온 다음 여기에 패스키를 추가하세요.',
  'Your second factor is a passkey, and this browser knows none. Use another browser.':
    '2단계 인증이 패스키인데 이 브라우저는 패스키를 지원하지 않습니다. 다른 브라우저를 사용하세요.',
  'One more step': '한 단계 더',
  'Six digits of your authenticator app': '인증 앱의 6자리 숫자',
  'Use the authenticator app': '인증 앱 사용',
  'Use a recovery code': '복구 코드 사용',
  '{name} asks for a second factor by now. You stay signed in until it is there.':
    '{name}에서 이제 2단계 인증을 요구합니다. 설정할 때까지 로그인 상태는 유지됩니다.',
  'Go on': '계속',
  'Continue with {label}': '{label}(으)로 계속',
  'That was you': '본인 확인을 마쳤습니다',
  'Close this tab and go on where you were.': '이 탭을 닫고 하던 일을 계속하세요.',
  'Not signed in': '로그인하지 못했습니다',
  'Single sign-on is turned off here. Sign in another way.':
    '이 워크스페이스에서는 통합 로그인을 사용하지 않습니다. 다른 방법으로 로그인하세요.',
  'You stopped on the way, or you may not use this workspace there.':
    '로그인을 중단했거나 인증 공급자가 이 워크스페이스의 사용을 허용하지 않았습니다.',
  'The identity provider reports a problem. An admin can look into its settings.':
    '인증 공급자에 문제가 있습니다. 관리자에게 설정 확인을 요청하세요.',
  'This sign-in took too long, was used already, or was begun in another browser.':
    '시간이 초과되었거나 이미 사용했거나 다른 브라우저에서 시작한 로그인입니다.',
  'The identity provider does not answer. Try again in a minute.':
    '인증 공급자가 응답하지 않습니다. 1분 뒤에 다시 시도하세요.',
  'What the identity provider answered cannot be trusted, so nobody was signed in.':
    '인증 공급자의 응답을 신뢰할 수 없어 로그인하지 않았습니다.',
  'The clock of the identity provider is wrong, so its answer cannot be trusted.':
    '인증 공급자의 시계가 맞지 않아 응답을 신뢰할 수 없습니다.',
  'The identity provider does not say which e-mail address is yours.':
    '인증 공급자가 이메일 주소를 알려 주지 않았습니다.',
  'You are no member of this workspace. An admin can invite you.':
    '이 워크스페이스의 구성원이 아닙니다. 관리자에게 초대를 요청하세요.',
  'None of your groups opens this workspace. An admin can change that.':
    '속한 그룹으로는 이 워크스페이스에 들어올 수 없습니다. 관리자에게 문의하세요.',
  'This account is linked with somebody else of the identity provider already.':
    '이 계정은 이미 인증 공급자의 다른 사용자와 연결되어 있습니다.',
  'This workspace asks for a second factor. Sign in once with a link by mail to set one up.':
    '이 워크스페이스는 2단계 인증을 요구합니다. 이메일 링크로 한 번 로그인해 설정하세요.',
  'That did not work. Nothing was changed. Try again.':
    '로그인하지 못했습니다. 변경된 내용은 없습니다. 다시 시도하세요.',
  'Try again': '다시 시도',
  'Sign in another way': '다른 방법으로 로그인',
  'This sign-in is over': '끝난 로그인입니다',
  'It took too long, or was finished already.': '시간이 초과되었거나 이미 완료되었습니다.',
  'We mailed a link to {email}. Open it in this browser: you do this only once.':
    '{email} 주소로 링크를 보냈습니다. 이 브라우저에서 여세요. 한 번만 하면 됩니다.',
  'Is this you?': '본인이 맞나요?',
  'From now on you come into {name} through single sign-on.':
    '앞으로 {name}에 통합 로그인으로 들어옵니다.',
  'Confirm and sign in': '확인하고 로그인',
  'New here?': '처음이신가요?',
  'Join with your work e-mail': '업무용 이메일로 참여하기',
  'Work e-mail': '업무용 이메일',
  'We mail you a link with which to come in.': '들어올 수 있는 링크를 메일로 보내 드립니다.',
  'If {email} can join, a mail is on its way. Its link works once, for 30 minutes.':
    '{email} 주소로 참여할 수 있으면 메일을 보내 드립니다. 링크는 30분 동안 한 번만 쓸 수 있습니다.',
  'This link is over': '끝난 링크입니다',
  'It was used already or is too old.': '이미 사용했거나 만료되었습니다.',
  'Ask for a new one': '새 링크 요청하기',
  'This link is for somebody else': '다른 사람을 위한 링크입니다',
  'Nobody joins by this address now': '지금은 이 주소로 참여할 수 없습니다',
  'Ask an admin of {tenant} for an invitation.': '{tenant} 관리자에게 초대를 요청하세요.',
  'You come in as {email}, in the role {role}.': '{email} 주소로 들어옵니다. 역할은 {role}입니다.',
  'Every seat is taken': '남은 자리가 없습니다',
  '{tenant} has no seat left. Ask {name} to free one, then open this link again: it stays good until {until}.':
    '{tenant}에 남은 자리가 없습니다. {name}님에게 자리를 비워 달라고 요청한 뒤 이 링크를 다시 여세요. 링크는 {until}까지 쓸 수 있습니다.',
  '{tenant} has no seat left. Ask an admin to free one, then open this link again: it stays good until {until}.':
    '{tenant}에 남은 자리가 없습니다. 관리자에게 자리를 비워 달라고 요청한 뒤 이 링크를 다시 여세요. 링크는 {until}까지 쓸 수 있습니다.',
  '{tenant} has no seat left. Ask an admin to free one, then open this link again.':
    '{tenant}에 남은 자리가 없습니다. 관리자에게 자리를 비워 달라고 요청한 뒤 이 링크를 다시 여세요.',
  'Every seat of this workspace is taken. An admin can free one.':
    '이 워크스페이스에는 남은 자리가 없습니다. 관리자가 자리를 비울 수 있습니다.',
  'Set up a passkey': '패스키 설정',
  'Your device asks for your fingerprint, your face or its PIN. Set none up on a device of others.':
    '기기가 지문, 얼굴 또는 PIN을 요구합니다. 다른 사람의 기기에서는 설정하지 마세요.',
  'Bring your account over': '계정 가져오기',
  '{tenant} shares its sign-in with other workspaces. Prove your former account and the one you will use from now on; everything of yours comes along.':
    '{tenant}은(는) 다른 워크스페이스와 로그인을 공유합니다. 이전 계정과 앞으로 쓸 계정을 확인하면 모든 내용이 함께 옮겨집니다.',
  Begin: '시작',
  'Your former account at {tenant}': '{tenant}의 이전 계정',
  'Your account of {pool}': '{pool} 계정',
  'Not proven yet': '아직 확인되지 않음',
  '{email}, a new account': '{email}, 새 계정',
  'E-mail me a link, or I have no account yet': '링크 받기 (계정이 없어도 됩니다)',
  'If {email} can go on, a link is on its way. Open it in this browser; it works once, for half an hour.':
    '{email} 주소로 계속할 수 있으면 링크를 보내 드립니다. 이 브라우저에서 여세요. 30분 동안 한 번만 쓸 수 있습니다.',
  'Second factor': '2단계 인증',
  'Six digits of your authenticator app, or a recovery code.':
    '인증 앱의 여섯 자리 숫자 또는 복구 코드.',
  'From now on you sign in to {tenant} as {email}. The former account opens nothing there.':
    '이제 {tenant}에는 {email}(으)로 로그인합니다. 이전 계정으로는 들어갈 수 없습니다.',
  'Create account and bring it over': '계정 만들고 가져오기',
  'Bring it over': '가져오기',
  'It was used already, is too old, or was asked for in another browser.':
    '이미 사용했거나 오래되었거나 다른 브라우저에서 요청한 링크입니다.',
  'Begin anew': '다시 시작',
  'This shows that {email} is yours.': '{email} 주소가 본인의 것임을 확인합니다.',
  'Your former password does not work?': '이전 비밀번호가 되지 않나요?',
} as const;
