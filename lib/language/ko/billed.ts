/** What Stripe is told of usage, and how it compares. */
export const billedWords = {
  'Billed usage': '청구 사용량',
  'Every hour that is sealed is told to Stripe once, and every day compared with what it knows.':
    '마감된 시간은 모두 Stripe에 한 번씩 알리고, 날마다 Stripe의 기록과 대조합니다.',
  '{count, plural, =0 {There is no day to compare yet} one {# day is compared} other {# days are compared}}':
    '{count, plural, =0 {아직 대조할 날이 없습니다} other {#일을 대조합니다}}',
  'Compare now': '지금 대조',
  'Compare usage with Stripe now?': '지금 사용량을 Stripe와 대조할까요?',
  'Days of the last 35 are read at Stripe within minutes. What differs in the same way twice, an hour apart, is mended.':
    '최근 35일을 몇 분 안에 Stripe에서 읽어 옵니다. 한 시간 간격으로 두 번 똑같이 다르면 바로잡습니다.',
  Compare: '대조',
  'Days that differ': '서로 다른 날',
  'Stripe adds up late, so that a day may differ for an hour. What stays is mended; what is older than Stripe takes is only shown.':
    'Stripe의 집계는 늦을 수 있어 한동안 다를 수 있습니다. 계속 다르면 바로잡고, Stripe가 받지 않는 오래된 날은 보여 주기만 합니다.',
  'Day (UTC)': '날짜(UTC)',
  'Hour (UTC)': '시간(UTC)',
  Ledger: '원장',
  'Stripe was told': 'Stripe에 알린 양',
  'Stripe knows': 'Stripe 기록',
  'What follows': '다음 단계',
  'Could not be compared: {fault}': '대조하지 못함: {fault}',
  'Too old to be mended. Settle it by hand.':
    '너무 오래되어 바로잡을 수 없습니다. 직접 정산하세요.',
  '{hours, plural, one {# hour differs} other {# hours differ}}. Compared again {time} UTC.':
    '{hours, plural, other {#시간이 다릅니다}}. {time} UTC에 다시 대조합니다.',
  'Hours that did not arrive': '전달되지 않은 시간',
  'Nobody heard whether it arrived. A comparison finds out.':
    '전달되었는지 알 수 없습니다. 대조하면 밝혀집니다.',
  '{fault} Told again {time} UTC.': '{fault} {time} UTC에 다시 알립니다.',
  'Stripe was told of nothing yet': '아직 Stripe에 알린 것이 없습니다',
  '{sealed, plural, =0 {No hour is sealed yet.} one {# row is in the ledger.} other {# rows are in the ledger.}} Stripe is told of those of tenants that pay there by a price for what they use.':
    '{sealed, plural, =0 {아직 마감된 시간이 없습니다.} other {원장에 #행이 있습니다.}} 사용량 요금을 Stripe로 내는 테넌트의 것만 알립니다.',
  'In the ledger': '원장',
  '{count, plural, one {# row} other {# rows}}, the last sealed {time}':
    '{count, plural, other {#행}}, 마지막 마감 {time}',
  'Wait to be told': '알리기를 기다림',
  '{count}, the first of {time}': '{count}, 처음 것은 {time}',
  'Did not arrive, or nobody knows': '전달되지 않았거나 알 수 없음',
  'Days compared': '대조한 날',
  '{count}, the last {time}': '{count}, 마지막 {time}',
  'Stripe takes nothing older than 35 days.': 'Stripe는 35일이 지난 것을 받지 않습니다.',
  'Stripe tells no exact number of an hour.': 'Stripe가 한 시간의 정확한 수를 알려 주지 않습니다.',
  'Stripe does not answer.': 'Stripe가 응답하지 않습니다.',
  Tenant: '테넌트',
  'Longest search, seconds': '최대 조회 시간(초)',
  'From 1 to 15: what the database works on for longer is stopped, and says so.':
    '1에서 15까지입니다. 데이터베이스가 더 오래 걸리는 일은 멈추고 알려 줍니다.',
  'Refunds of tenants that are gone': '없어진 테넌트의 환불',
  'Nobody was told of them by mail. Stripe knows what each was for.':
    '메일로 알린 사람이 없습니다. 무엇에 대한 환불인지는 Stripe에서 확인합니다.',
  'A charge of {customer} was refunded': '{customer}의 결제가 환불되었습니다',
  'A credit note for {customer}': '{customer}의 대변 전표',
  '{time} UTC': '{time} UTC',
} as const;
