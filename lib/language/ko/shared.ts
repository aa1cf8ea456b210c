import { passwordErrors } from './errors/passwords';

/** What comes as data in every area: roles, features, permissions, looks. */
export const shared = {
  Terms: '이용약관',
  Privacy: '개인정보 처리방침',
  Imprint: '운영자 정보',
  Guest: '게스트',
  Basic: '기본',
  Advanced: '고급',
  Company: '회사',
  Admin: '관리자',
  Collections: '컬렉션',
  'Tables your people design themselves: typed fields, a grid, search, import and export.':
    '구성원이 직접 설계하는 표입니다. 유형이 있는 필드, 그리드, 검색, 가져오기와 내보내기를 제공합니다.',
  Tasks: '과제',
  'Work that people are given: due dates, what they hand in, review and feedback.':
    '과제를 내고 기한, 제출물, 검토와 의견을 관리합니다.',
  'See own tasks': '내 과제 보기',
  'Hand in own tasks': '내 과제 제출',
  'Add fields to tasks': '과제에 필드 추가',
  'Give tasks to people': '과제 내기',
  'See what people hand in, and review it': '제출물 보기와 검토',
  'See collections and their records': '컬렉션과 레코드 보기',
  'Add, edit and delete records': '레코드 추가, 편집, 삭제',
  'Write comments on records': '레코드에 댓글 쓰기',
  'Delete comments of others': '다른 사람의 댓글 삭제',
  'Import files into collections': '컬렉션으로 파일 가져오기',
  'Export collections to files': '컬렉션을 파일로 내보내기',
  'Design collections and their fields': '컬렉션과 필드 설계',
  'See who is a member and in which role': '구성원과 역할 보기',
  'Invite people, change roles, remove members': '초대, 역할 변경, 구성원 제거',
  'Change name, colours and logo': '이름, 색상, 로고 변경',
  'Turn modules on and off': '기능 켜고 끄기',
  'See the plan and choose another': '요금제 보기와 변경',
  'Make plans for members and sign, suspend or end them':
    '구성원용 요금제 만들기, 체결, 중지와 종료',
  'Read the audit trail': '감사 기록 보기',
  'See where data lives and how much there is': '데이터의 위치와 양 보기',
  'Take backups, restore them and export everything': '백업, 복원, 전체 내보내기',
  'Ask for another isolation tier': '다른 격리 등급 요청',
  'Delete the workspace with all its data': '워크스페이스와 모든 데이터 삭제',
  'Records of a collection': '컬렉션의 레코드',
  'Let other workspaces look at something here, and accept what they offer':
    '다른 워크스페이스에 보기를 공유하고 제안 수락',
  'Look at what other workspaces share with your role':
    '다른 워크스페이스가 내 역할에 공유한 내용 보기',
  'Make and revoke own API tokens': '내 API 토큰 생성과 폐기',
  Pine: '소나무',
  Harbour: '항구',
  Plum: '자두',
  Brick: '벽돌',
  Saffron: '사프란',
  Lagoon: '석호',
  Rose: '장미',
  Graphite: '흑연',
  Language: '언어',
  'Set the rules of sign-in and end sessions of members': '로그인 규칙 설정과 구성원 세션 종료',
  'Confirm that it is you': '본인 확인',
  'This is worth a second look, so prove once more who you are.':
    '중요한 작업이므로 본인임을 한 번 더 확인합니다.',
  'Recovery code': '복구 코드',
  'It works once.': '한 번만 쓸 수 있습니다.',
  'Use a passkey': '패스키 사용',
  'No passkey was used: you cancelled, or it took too long. Nothing has changed.':
    '취소했거나 시간이 초과되어 패스키를 사용하지 않았습니다. 바뀐 것은 없습니다.',
  'This device has a passkey for this account already.':
    '이 기기에는 이 계정의 패스키가 이미 있습니다.',
  'Your device could not do this. Try again, or use another one.':
    '기기에서 처리하지 못했습니다. 다시 시도하거나 다른 기기를 사용하세요.',
  'You have nothing here that could be asked for. Sign out, then in again, and this is open for 15 minutes.':
    '여기에는 확인할 수단이 없습니다. 로그아웃한 뒤 다시 로그인하면 15분 동안 이 작업을 할 수 있습니다.',
  '{label} let you in, so it is asked again, in a tab of its own.':
    '{label}(으)로 로그인하셨으므로 새 탭에서 다시 확인합니다.',
  'Prove it at {label}': '{label}에서 확인',
  'Ask again': '다시 요청',
  'Your account': '내 계정',
  Code: '코드',
  'Six digits of your authenticator app, or a recovery code.':
    '인증 앱의 6자리 숫자 또는 복구 코드를 입력하세요.',
  'Your password': '비밀번호',
  Confirm: '확인',
  'Scan this with an authenticator app.': '인증 앱으로 이 코드를 스캔하세요.',
  'QR code for the authenticator app': '인증 앱용 QR 코드',
  'No camera? Type this key instead:': '카메라가 없으면 이 키를 입력하세요.',
  'Copy key': '키 복사',
  'Enter the six digits it shows': '앱에 표시된 6자리 숫자를 입력하세요',
  'Each sign-in will ask for such a code, wherever you use this account.':
    '이 계정을 쓰는 모든 곳에서 로그인할 때마다 코드를 묻습니다.',
  'Turn on': '켜기',
  'Each opens your account once when your second factor is lost. They are not shown again.':
    '2단계 인증 수단을 잃어버렸을 때 코드 하나로 한 번 로그인할 수 있습니다. 다시 표시되지 않습니다.',
  'Copy codes': '코드 복사',
  'Save as a file': '파일로 저장',
  'I have kept them': '보관했습니다',
  'Set up an authenticator app': '인증 앱 설정',
  ...passwordErrors,
  'At least 15 characters. A few words in a row are good.':
    '15자 이상이어야 합니다. 단어를 몇 개 이어 쓰면 좋습니다.',
  'At least 8 characters beside your second factor. A few words in a row are good.':
    '2단계 인증을 쓰고 있으므로 8자 이상이면 됩니다. 단어를 몇 개 이어 쓰면 좋습니다.',
  'At least 15 characters, or 8 where a second factor is set up.':
    '15자 이상이어야 합니다. 2단계 인증을 설정한 계정은 8자 이상이면 됩니다.',
  'Strong enough.': '충분히 강합니다.',
  'Second factor': '2단계 인증',
  'Copy the token now': '지금 토큰을 복사하세요',
  Lasts: '유효 기간',
  '30 days': '30일',
  '90 days': '90일',
  'One year': '1년',
  'Until it is revoked': '폐기할 때까지',
  'It is not shown again. Keep it where your script reads secrets.':
    '다시 표시되지 않습니다. 스크립트가 비밀 값을 읽는 곳에 보관하세요.',
  'Copy token': '토큰 복사',
  Rotate: '교체',
  'Rotate token': '토큰 교체',
  'Rotate token {name}?': '{name} 토큰을 교체할까요?',
  'A new token takes its place, with the same permissions and for as long.':
    '권한과 유효 기간이 같은 새 토큰으로 바뀝니다.',
  'The old token still works for': '이전 토큰을 계속 쓸 수 있는 기간',
  'Time to put the new one where the old one is used.':
    '이전 토큰을 쓰는 곳을 새 토큰으로 바꿀 시간입니다.',
  'Not at all: it is refused at once': '없음: 즉시 거부됩니다',
  'One hour': '1시간',
  'One day': '1일',
  'One week': '1주',
  'Open it here': '여기서 열기',
  'Your browser opened no new tab.': '브라우저가 새 탭을 열지 않았습니다.',
  'The server does not answer, so nobody would hear of your proof. Try again.':
    '서버가 응답하지 않아 확인 결과를 받을 수 없습니다. 다시 시도하세요.',
  'Have events sent to other services': '다른 서비스로 이벤트 보내기',
} as const;
