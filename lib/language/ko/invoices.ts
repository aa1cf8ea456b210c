/** What invoices say. */
export const invoices = {
  Invoices: '청구서',
  'What was charged, and where each invoice can be seen and paid.':
    '청구된 내역입니다. 각 청구서를 확인하고 결제할 수 있습니다.',
  'Nothing was charged yet.': '아직 청구된 것이 없습니다.',
  Open: '미결제',
  'Not paid': '결제 실패',
  Paid: '결제 완료',
  'Given up': '회수 불가',
  Void: '무효',
  'For {from} to {to}': '{from} ~ {to}',
  '{amount} left': '{amount} 남음',
  'Tried again on {day}': '{day}에 다시 시도',
  'See invoice': '청구서 보기',
  'Pay invoice': '결제하기',
  PDF: 'PDF',
  '{link} {number} (opens a new page)': '{number} {link}(새 창)',
  Older: '이전',
  Newest: '최신',
  Pages: '페이지',
  'A payment did not go through': '결제가 처리되지 않았습니다',
  '{amount} is open. It is tried again on {day}.':
    '{amount}이(가) 미결제 상태입니다. {day}에 다시 시도합니다.',
  '{amount} is open. Please pay it, so that the plan goes on.':
    '{amount}이(가) 미결제 상태입니다. 요금제를 계속 이용하려면 결제해 주세요.',
  'Pay it now': '지금 결제하기',
  'See the invoices': '청구서 보기',
} as const;
