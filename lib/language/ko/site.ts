/** The platform's own pages on the root domain. */
export const site = {
  'Many tenants in one house, each behind a front door of its own.':
    '한 지붕 아래 여러 조직, 저마다의 현관문.',
  'Rowhouse: many workspaces in one house': 'Rowhouse: 한 지붕 아래 여러 워크스페이스',
  Start: '시작하기',
  'There is nothing here': '페이지를 찾을 수 없습니다',
  'The address may be old or mistyped.': '주소가 바뀌었거나 잘못 입력되었을 수 있습니다.',
  'Go to the front page': '첫 페이지로 이동',
  'Back in a moment': '잠시 후 다시 열립니다',
  'No workspace at this address': '이 주소에는 워크스페이스가 없습니다',
  'No workspace lives at this address': '이 주소에는 워크스페이스가 없습니다',
  'Check the spelling, or ask whoever sent you here. The address may have been given up.':
    '철자를 확인하거나 주소를 알려 준 분에게 문의하세요. 더 이상 쓰지 않는 주소일 수 있습니다.',
  'Design system': '디자인 시스템',
  'Local mailbox': '로컬 메일함',
  'No SMTP server is set, so mails stay on this machine. The newest hundred.':
    'SMTP 서버가 설정되지 않아 메일이 이 컴퓨터에 남습니다. 최근 100통을 표시합니다.',
  'No mail yet': '아직 메일이 없습니다',
  'Ask for a sign-in link or invite somebody, and the mail shows up here.':
    '로그인 링크를 요청하거나 누군가를 초대하면 메일이 여기에 표시됩니다.',
  '{sender} to {recipient}': '{sender} → {recipient}',
  'For whom': '사용 대상',
  Isolation: '격리',
  Pricing: '요금',
  Product: '제품',
  'Use it': '사용하기',
  'Start a workspace': '워크스페이스 시작하기',
  'Sign-up over the API': 'API로 가입하기',
  Site: '사이트',
  'Rowhouse, under the MIT licence': 'Rowhouse, MIT 라이선스',
  'One house, and a front door of their own for everybody in it':
    '한 지붕 아래, 모두에게 저마다의 현관문을',
  'Rowhouse runs many organisations on one installation: partners, campuses, agencies. Each gets a workspace with its own address, its own look, its own people and data that no other can reach. Opening one takes a short form.':
    'Rowhouse는 파트너사, 캠퍼스, 기관 등 여러 조직을 하나의 설치로 운영합니다. 조직마다 고유한 주소와 디자인, 구성원을 갖춘 워크스페이스를 쓰고, 데이터는 다른 조직이 볼 수 없습니다. 짧은 양식만 작성하면 열립니다.',
  'Read the API reference': 'API 문서 보기',
  'What it costs': '비용',
  'There is no price list. Rowhouse is free software under the MIT licence: run it on your own machines with your own Postgres. Plans, metering and invoices for workspaces are not built yet, so opening one here charges nobody.':
    '가격표는 없습니다. Rowhouse는 MIT 라이선스의 자유 소프트웨어이므로 직접 마련한 서버와 Postgres에서 운영할 수 있습니다. 워크스페이스 요금제와 사용량 측정, 청구 기능은 아직 없어서 여기에서 워크스페이스를 열어도 비용이 들지 않습니다.',
  'What each person gets': '누구에게 무엇을 제공하나요',
  'The people who work in it': '일하는 구성원',
  'They see their own organisation, never the platform.': '플랫폼이 아니라 자기 조직만 봅니다.',
  'Sign in with a password or a mailed link, and see and end every device signed in':
    '비밀번호나 메일 링크로 로그인하고, 로그인한 기기를 확인하고 로그아웃',
  'Tables they design themselves: typed fields, a grid that stays quick at tens of thousands of rows':
    '직접 설계하는 표: 유형이 있는 필드, 수만 행에서도 빠른 그리드',
  'CSV and JSON in with a dry run, views out again, a trash that gives things back':
    '미리 확인하고 가져오는 CSV와 JSON, 보기 내보내기, 되돌릴 수 있는 휴지통',
  'One account for several workspaces that belong together, and a switch between them':
    '함께 쓰는 여러 워크스페이스를 계정 하나로 오가기',
  'The admin of a workspace': '워크스페이스 관리자',
  'Runs it without asking anybody.': '누구에게 부탁하지 않고 직접 운영합니다.',
  'Colour, logo and words with a live preview, published and taken back in one click':
    '색상, 로고, 문구를 미리 보며 바꾸고 클릭 한 번으로 게시하거나 되돌리기',
  'Invitations one by one or by the hundred, with a role and an outcome for each':
    '한 명씩 또는 수백 명을 한 번에 초대하고, 각각 역할과 결과 확인',
  'Modules on and off, each with the reason why': '기능을 켜고 끄며 이유까지 확인',
  'A trail of who did what, with before and after':
    '누가 무엇을 했는지 변경 전후까지 남는 감사 기록',
  'A sealed backup every day, restores after a look at what would change, everything as files to take away':
    '매일 암호화되는 백업, 바뀔 내용을 확인한 뒤 복원, 모든 데이터를 파일로 내보내기',
  'The staff of the platform': '플랫폼 직원',
  'See the fleet, and leave a trace.': '전체를 살피고, 한 일은 모두 기록에 남습니다.',
  'Every workspace by state, size and age, in a console on a host of its own':
    '별도 호스트의 콘솔에서 모든 워크스페이스를 상태, 크기, 개설일별로 확인',
  'Opening, suspending and resuming with a reason that is kept':
    '사유를 남기고 개설, 이용 중지, 재개',
  'Moves between servers and strengths of isolation, while people work':
    '구성원이 일하는 동안 서버와 격리 등급 사이를 이동',
  'Everything staff do written down, with its reason': '직원이 한 모든 일을 사유와 함께 기록',
  'The developer': '개발자',
  'Nothing is done in a page that a program cannot do.':
    '페이지에서 할 수 있는 일은 프로그램으로도 할 수 있습니다.',
  'A REST interface made from the same operations as the pages, with OpenAPI 3.1':
    '페이지와 같은 작업으로 만든 REST API와 OpenAPI 3.1',
  'Tokens that never allow more than the person who made them': '만든 사람의 권한을 넘지 않는 토큰',
  'Keys that make a repeated write harmless, errors that name the field':
    '반복 요청을 안전하게 하는 키, 필드를 알려 주는 오류',
  'The same operations on the command line': '명령줄에서도 같은 작업',
  'How a workspace opens': '워크스페이스가 열리는 과정',
  'Everything is written in one transaction: either the workspace stands with its roles, look, owner and invitations, or nothing happened.':
    '모든 것이 하나의 트랜잭션으로 기록됩니다. 역할과 디자인, 소유자, 초대를 갖춘 워크스페이스가 열리거나, 아무 일도 일어나지 않습니다.',
  'Name and address': '이름과 주소',
  'You see at once whether the address is free, and a free one near it if not.':
    '주소를 쓸 수 있는지 바로 확인하고, 이미 쓰는 주소라면 비슷한 주소를 제안받습니다.',
  Look: '디자인',
  'A preset, a colour of yours, or the colour found in your logo. The sign-in page is drawn beside it as you choose.':
    '기본 디자인, 원하는 색상, 로고에서 찾은 색상 중에 고릅니다. 고르는 동안 옆에 로그인 페이지가 그려집니다.',
  'You, and the first people': '나와 첫 구성원',
  'Your account becomes its admin. Paste colleagues’ addresses and each gets an invitation.':
    '내 계정이 관리자가 됩니다. 동료의 이메일 주소를 붙여 넣으면 각자 초대를 받습니다.',
  'How strong is the wall between two workspaces?': '워크스페이스 사이의 벽은 얼마나 튼튼한가요?',
  'Three strengths, with the same tables at each. A workspace moves from one to another, or to another server, while its people work.':
    '세 가지 등급이 있으며 테이블은 모두 같습니다. 구성원이 일하는 동안에도 다른 등급이나 다른 서버로 옮길 수 있습니다.',
  'Shared tables': '공유 테이블',
  'Every row carries its workspace, and Postgres itself refuses any other: row-level security, forced, under a role that cannot turn it off. A query that names no workspace fails instead of finding nothing.':
    '모든 행에 워크스페이스가 기록되고, Postgres가 직접 다른 워크스페이스의 접근을 거부합니다. 행 수준 보안을 강제하며, 이를 끌 수 없는 역할로 실행합니다. 워크스페이스를 밝히지 않은 쿼리는 빈 결과를 내는 대신 실패합니다.',
  'A schema of its own': '전용 스키마',
  'The same tables once more, in a schema that the workspace’s own database login alone may enter. That login reaches nothing else.':
    '워크스페이스 전용 데이터베이스 계정만 들어갈 수 있는 스키마에 같은 테이블을 따로 둡니다. 그 계정은 다른 곳에 접근할 수 없습니다.',
  'A database of its own': '전용 데이터베이스',
  'A separate database with a login of its own, for those whose rules ask for it. It can stand on any of several servers.':
    '규정상 필요한 조직을 위한 별도의 데이터베이스와 전용 계정입니다. 여러 서버 중 어디에나 둘 수 있습니다.',
  'Above the database, each operation checks host, session, membership and role anew on every call. A workspace you may not know of and one that does not exist answer with the same bytes.':
    '데이터베이스 위에서는 모든 작업이 호출될 때마다 호스트, 세션, 소속, 역할을 새로 확인합니다. 알 권한이 없는 워크스페이스와 존재하지 않는 워크스페이스는 똑같은 바이트로 응답합니다.',
  'Sign-in pages of three organisations, each in its own colours':
    '저마다의 색상으로 꾸민 세 조직의 로그인 페이지',
  'Three examples, drawn by the product itself. Each chose one colour; the rest, dark mode included, is derived from it and meets WCAG AA.':
    '제품이 직접 그린 세 가지 예시입니다. 색상을 하나씩만 골랐고, 다크 모드를 포함한 나머지는 그 색상에서 만들어지며 WCAG AA를 충족합니다.',
  'Harbour Choir': '하버 합창단',
  'Rehearsals, scores and who sings where.': '연습 일정과 악보, 파트 배치를 확인하세요.',
  'Office for Permits': '인허가 사무국',
  'For staff of the city and of its districts.': '시청과 구청 직원을 위한 공간입니다.',
  'Look around': '둘러보기',
  'This installation runs on your own machine and has workspaces to try. Every password is <code>{password}</code>.':
    '내 컴퓨터에서 실행 중인 설치이며 체험용 워크스페이스가 들어 있습니다. 비밀번호는 모두 <code>{password}</code>입니다.',
  'Study centre': '학습 센터',
  'Maths academy': '수학학원',
  'English academy': '영어학원',
  'Partner with one person in each role': '역할마다 한 명씩 있는 파트너사',
  'Public agency': '공공기관',
  'Console of the platform’s staff': '플랫폼 직원용 콘솔',
  'Four short steps. Nothing is written before the last one, and everything but the address can be changed later.':
    '짧은 네 단계입니다. 마지막 단계 전에는 아무것도 저장하지 않으며, 주소를 뺀 모든 것은 나중에 바꿀 수 있습니다.',
  'Your workspace is being opened': '워크스페이스를 여는 중입니다',
  'Opening {name}': '{name} 여는 중',
  'Your workspace is open': '워크스페이스가 열렸습니다',
  'Your workspace could not be opened': '워크스페이스를 열지 못했습니다',
  'Your workspace is being taken back': '워크스페이스를 정리하는 중입니다',
  'Your workspace was given up': '워크스페이스 개설을 중단했습니다',
  'You can close this page. Its address shows the same wherever you open it; keep it to yourself.':
    '이 페이지를 닫아도 됩니다. 같은 주소를 열면 어디에서나 진행 상황을 볼 수 있으니 다른 사람에게 알리지 마세요.',
} as const;
