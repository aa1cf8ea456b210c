/** Forms as guests meet them. */
export const guest = {
  Yes: '예',
  No: '아니요',
  Choose: '선택',
  required: '필수',
  Sent: '제출됨',
  Send: '제출',
  'Choose your files again.': '파일을 다시 선택하세요.',
  'Leave this empty': '비워 두세요',
  'Thank you. Your answers have arrived.': '감사합니다. 응답이 제출되었습니다.',
  'This form is not open yet.': '아직 열리지 않은 양식입니다.',
  'This form is not open yet. Come back later.':
    '아직 열리지 않은 양식입니다. 나중에 다시 방문하세요.',
  'This form is closed.': '마감된 양식입니다.',
  'This form takes no more answers.': '더 이상 응답을 받지 않는 양식입니다.',
  'A preview that only you and other designers see. To guests it says: {words}':
    '나와 다른 설계자에게만 보이는 미리 보기입니다. 외부인에게 표시되는 안내: {words}',
  'Runs on {platform}': '{platform}(으)로 운영됩니다',
} as const;
