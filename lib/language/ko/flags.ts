/** Flags as they are defined, what they can be, and why they are so. */
export const flagWords = {
  'Search over all collections': '전체 컬렉션 검색',
  'Finding records by words, on the search page and in the palette.':
    '검색 페이지와 빠른 실행 창에서 단어로 레코드를 찾습니다.',
  'Changes of others on open pages': '열린 페이지의 다른 사람 변경 사항',
  'How often an open page asks what others changed in the meantime.':
    '열려 있는 페이지가 다른 사람의 변경 사항을 얼마나 자주 확인하는지 정합니다.',
  'Forms for guests': '외부인용 양식',
  'Taking answers from people without an account, at the address of a form.':
    '계정이 없는 사람에게서 양식 주소로 응답을 받습니다.',
  'Exports at once': '동시 내보내기',
  'How many files one person may have made at the same time; none at 0.':
    '한 사람이 동시에 만들 수 있는 파일 수입니다. 0이면 만들 수 없습니다.',
  Calm: '여유롭게',
  Lively: '자주',
  Stable: '안정',
  Early: '빠른 공개',
} as const;
