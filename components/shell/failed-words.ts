/** What a page that failed says; apart from the other words, since it comes with every page. */
export const failedWords = {
  en: {
    title: 'Back in a moment',
    description:
      'This page cannot be served right now. Nothing is lost, and it is tried again by itself.',
    again: 'Try again',
    number: 'Number of the failure:',
  },
  ko: {
    title: '잠시 후 다시 열립니다',
    description: '지금은 페이지를 표시할 수 없습니다. 데이터는 안전하며, 자동으로 다시 시도합니다.',
    again: '다시 시도',
    number: '오류 번호:',
  },
};
