/** The form that opens a workspace. */
export const start = {
  Steps: '단계',
  'Name and address': '이름과 주소',
  'Where will people find you?': '어디에서 찾을 수 있나요?',
  Look: '디자인',
  'How does it look?': '어떤 모습인가요?',
  'Your account': '내 계정',
  'Who are you?': '누구신가요?',
  'Contents and people': '데이터와 구성원',
  'What is in it, and who else?': '무엇을 담고, 누구와 함께하나요?',
  'Open the workspace': '워크스페이스 열기',
  Continue: '계속',
  Back: '뒤로',
  'Preview of your sign-in page': '로그인 페이지 미리 보기',
  'Your organisation': '우리 조직',
  'your-address': 'your-address',
  'Name of your organisation': '조직 이름',
  'On the sign-in page, in mails and in the corner of every page.':
    '로그인 페이지, 메일, 모든 페이지의 모서리에 표시됩니다.',
  'Time zone': '시간대',
  Address: '주소',
  'Use {address}': '{address} 사용',
  'Letters a to z, digits and hyphens. People type it to reach you.':
    '영문 소문자, 숫자, 하이픈을 쓸 수 있습니다. 사람들이 접속할 때 입력하는 주소입니다.',
  'Checking whether it is free.': '사용할 수 있는지 확인하는 중입니다.',
  'Free.': '사용할 수 있습니다.',
  'Could not be checked just now. It is checked again when you open the workspace.':
    '지금은 확인하지 못했습니다. 워크스페이스를 열 때 다시 확인합니다.',
  'This name is reserved: it leads to a place of the platform, or could be mistaken for one. Choose another.':
    '예약된 이름입니다. 플랫폼이 쓰거나 플랫폼으로 오해할 수 있는 주소이므로 다른 이름을 선택하세요.',
  Colour: '색상',
  'One is enough: text on it, hover, dark mode and charts follow from it.':
    '하나면 충분합니다. 글자색, 강조 색, 다크 모드, 차트 색이 여기에서 만들어집니다.',
  'Your name': '이름',
  'E-mail': '이메일',
  'You sign in with it.': '로그인할 때 사용합니다.',
  Password: '비밀번호',
  Logo: '로고',
  'Your logo': '내 로고',
  'Choose another': '다른 이미지 선택',
  'Choose a picture': '이미지 선택',
  Remove: '제거',
  'The picture is larger than 4 MB.': '이미지가 4 MB를 넘습니다.',
  'This picture cannot be read. Choose a PNG, JPEG or WebP.':
    '읽을 수 없는 이미지입니다. PNG, JPEG, WebP를 선택하세요.',
  'PNG, JPEG or WebP. Its colour becomes your colour; you can change it.':
    'PNG, JPEG, WebP를 쓸 수 있습니다. 로고의 색이 대표 색상이 되며 바꿀 수 있습니다.',
  Preset: '기본 디자인',
  'How it begins': '처음 데이터',
  'With something to try': '예시 데이터로 시작',
  'Two small collections, Contacts and Projects, to change or to delete.':
    '바꾸거나 지울 수 있는 작은 컬렉션 두 개(연락처, 프로젝트)가 들어 있습니다.',
  Empty: '빈 상태로 시작',
  'Nothing but your people and your look.': '구성원과 디자인만 있습니다.',
  'Invite colleagues': '동료 초대',
  optional: '선택',
  '{count} of at most {most}. Each gets a mail with a link, in the role Basic.':
    '최대 {most}명 중 {count}명입니다. 각자 링크가 담긴 메일을 받고 ‘기본’ 역할로 참여합니다.',
  'Paste e-mail addresses. You can also do this later.':
    '이메일 주소를 붙여 넣으세요. 나중에 해도 됩니다.',
  'At most {most} here; {count} are listed.':
    '여기에서는 최대 {most}명까지입니다. 지금 {count}명입니다.',
  '{words} and {more} more are no e-mail addresses.':
    '{words} 외 {more}개는 이메일 주소가 아닙니다.',
  '{words} is no e-mail address.': '{words}은(는) 이메일 주소가 아닙니다.',
  '{words} are no e-mail addresses.': '{words}은(는) 이메일 주소가 아닙니다.',
  'Enter a name.': '이름을 입력하세요.',
  'This address is taken.': '이미 사용 중인 주소입니다.',
  'This address cannot be used.': '사용할 수 없는 주소입니다.',
  'At least 3 characters.': '3자 이상이어야 합니다.',
  'At most 40 characters.': '40자 이내여야 합니다.',
  'Only letters a-z, digits and single hyphens between them.':
    '영문 소문자와 숫자, 그 사이의 하이픈 하나만 쓸 수 있습니다.',
  'Choose an address.': '주소를 정하세요.',
  'Write the colour as six hex digits, such as #1a6b50.':
    '색상을 #1a6b50처럼 16진수 여섯 자리로 적으세요.',
  'Enter your name.': '이름을 입력하세요.',
  'Enter your e-mail address.': '이메일 주소를 입력하세요.',
  'Where your data stands': '데이터를 두는 곳',
  'Shared tables': '공유 테이블',
  'Open at once. The database itself keeps your rows from everybody else.':
    '바로 열립니다. 데이터베이스가 직접 다른 조직의 접근을 막습니다.',
  'A schema of its own': '전용 스키마',
  'Tables for you alone, and a login that reaches nothing else.':
    '전용 테이블과 다른 곳에 접근할 수 없는 전용 계정을 씁니다.',
  'A database of its own': '전용 데이터베이스',
  'The strongest wall, with a login that reaches nothing else.':
    '가장 강한 격리이며, 다른 곳에 접근할 수 없는 전용 계정을 씁니다.',
} as const;
