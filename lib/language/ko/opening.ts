/** How a workspace with walls of its own is opened. */
export const opening = {
  'It could not be opened': '열지 못했습니다',
  'It failed on our side.': '서버에서 실패했습니다.',
  'Nothing is lost, and the address is held.': '입력한 내용은 그대로이며 주소도 확보되어 있습니다.',
  'It did not come through yet': '아직 완료되지 않았습니다',
  'It is tried again by itself at {time}.': '{time}에 자동으로 다시 시도합니다.',
  'Begins in a moment. Asked for since {time}.': '곧 시작합니다. 요청 후 {time} 지났습니다.',
  'Open. It took {time}.': '열렸습니다. {time} 걸렸습니다.',
  'What was built is being taken down. Asked for since {time}.':
    '만든 것을 정리하는 중입니다. 요청 후 {time} 지났습니다.',
  'Given up, and nothing was left behind. It took {time}.':
    '중단했으며 남은 것이 없습니다. {time} 걸렸습니다.',
  'Under way for {time}.': '{time}째 진행 중입니다.',
  '{seconds} s': '{seconds}초',
  '{minutes} min {seconds} s': '{minutes}분 {seconds}초',
  'Choose a server': '서버 선택',
  'Prepare the database': '데이터베이스 준비',
  'Prepare the schema': '스키마 준비',
  'Enter the workspace and its owner': '워크스페이스와 소유자 등록',
  'Put in the first contents': '첫 데이터 넣기',
  'One with room that answers': '여유가 있고 응답하는 서버',
  'Tables, rules and a login that reaches nothing else':
    '테이블, 규칙, 다른 곳에 접근할 수 없는 전용 계정',
  'Name, address, looks, roles and people, all at once':
    '이름, 주소, 브랜드, 역할, 구성원을 한 번에',
  'Goes on by itself': '자동으로 진행됩니다',
  'Go to the workspace': '워크스페이스로 이동',
  'Start again': '다시 시작',
  'Give up': '중단',
  'Give up opening {name}?': '{name} 개설을 중단할까요?',
  'What was built is taken down, the address is free again, and nothing you typed is kept.':
    '만든 것을 정리하고 주소를 다시 비우며, 입력한 내용은 보관하지 않습니다.',
  'Another address': '다른 주소',
  'Try again now': '지금 다시 시도',
} as const;
