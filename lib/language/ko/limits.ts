/** What staff say of limits, and what is owed back; part of `plans`. */
export const limitWords = {
  'Raised by the platform, from {from}: {reason}': '플랫폼이 {from}에서 올렸습니다: {reason}',
  'Raised by the platform until {time}, from {from}: {reason}':
    '플랫폼이 {time}까지 {from}에서 올렸습니다: {reason}',
  'Set for this workspace by the platform: {reason}':
    '플랫폼이 이 워크스페이스에 지정했습니다: {reason}',
  'Set for this workspace by the platform until {time}: {reason}':
    '플랫폼이 {time}까지 이 워크스페이스에 지정했습니다: {reason}',
  'Set for this workspace by the platform, instead of {from}: {reason}':
    '{from} 대신 플랫폼이 이 워크스페이스에 지정했습니다: {reason}',
  'Set for this workspace by the platform until {time}, instead of {from}: {reason}':
    '{from} 대신 플랫폼이 {time}까지 이 워크스페이스에 지정했습니다: {reason}',
  'A workspace has up to 10 in any case.': '어떤 경우에도 워크스페이스당 최대 10개입니다.',
  'Of people and of the workspace together.': '개인과 워크스페이스의 토큰을 합친 수입니다.',
  'The platform’s name can be left out of pages': '페이지에서 플랫폼 이름을 뺄 수 있습니다',
  'The platform’s name shows on pages, whatever the branding says':
    '브랜딩 설정과 관계없이 페이지에 플랫폼 이름이 표시됩니다',
  'White-label': '화이트 라벨',
  'Where a tenant’s branding says so. Else its sign-in page and forms name the platform.':
    '테넌트의 브랜딩에서 그렇게 정한 경우입니다. 아니면 로그인 페이지와 양식에 플랫폼 이름이 표시됩니다.',
  'On no plan': '요금제 없음',
  'What holds for tenants without a subscription, and after one ends.':
    '구독이 없거나 끝난 테넌트에 적용됩니다.',
  'Everything, without limits': '제한 없이 모두',
  '{count, plural, =0 {Every tenant is on a plan.} one {It holds for # tenant.} other {It holds for # tenants.}}':
    '{count, plural, =0 {모든 테넌트에 요금제가 있습니다.} other {테넌트 #곳에 적용됩니다.}}',
  'Change what holds': '적용 변경',
  'What holds for tenants on no plan?': '요금제 없는 테넌트에 무엇을 적용할까요?',
  'Nothing is deleted. What is too much then stays, and nothing more comes in. It takes effect at every door within a second.':
    '아무것도 삭제되지 않습니다. 한도를 넘는 것은 그대로이고 더 추가할 수 없습니다. 1초 안에 모든 곳에 적용됩니다.',
  'Changed for tenants on no plan': '요금제 없는 테넌트에 적용했습니다',
  '{count, plural, =0 {No tenant is on no plan by now.} one {# tenant is on no plan, and goes by it at once.} other {# tenants are on no plan, and go by it at once.}}':
    '{count, plural, =0 {지금 요금제 없는 테넌트가 없습니다.} other {요금제 없는 테넌트 #곳에 바로 적용됩니다.}}',
  'On no plan: {plan}, version {version}, holds for all such tenants.':
    '요금제 없음: 이런 테넌트에는 {plan} 버전 {version}이 적용됩니다.',
  'Nobody put this workspace on a plan. Until then this one holds.':
    '이 워크스페이스에 지정된 요금제가 없어 이 요금제가 적용됩니다.',
  'Change a limit': '한도 변경',
  'Change limit': '한도 변경',
  'Limit changed': '한도를 변경했습니다',
  'How much may {name} have?': '{name}의 한도를 얼마로 할까요?',
  'It counts instead of what the plan says, from the next that is added. Nothing is deleted.':
    '요금제 대신 다음에 추가할 때부터 적용됩니다. 아무것도 삭제되지 않습니다.',
  Limit: '한도',
  'At most': '최대',
  'Any number': '제한 없음',
  'Choose a limit.': '한도를 선택하세요.',
  'Choose what holds.': '적용할 것을 선택하세요.',
  'Type a whole number in digits alone, or say any number.':
    '숫자로만 입력하거나 제한 없음을 선택하세요.',
  'Until, UTC': '종료 시각(UTC)',
  'Then the plan says so again. Empty for no end.':
    '그 뒤에는 다시 요금제를 따릅니다. 비우면 끝이 없습니다.',
  'There are {used} by now. All of it stays; nothing more comes in.':
    '지금 {used}입니다. 모두 그대로이고 더 추가할 수 없습니다.',
  'By the plan again: {limit}': '다시 요금제대로: {limit}',
  '{limit}: by the plan again?': '{limit}: 다시 요금제를 따를까요?',
  'Go by the plan': '요금제 따르기',
  'Limits by staff’s word': '직원이 지정한 한도',
  '{limit}: {max}': '{limit}: {max}',
  'Until {time}, by {name}: {reason}': '{time}까지, {name}: {reason}',
  'Until {time}': '{time}까지',
  'No end': '끝 없음',
  Refunds: '환불',
  'What was paid needlessly, and what came of it.': '불필요하게 결제된 금액과 처리 상태입니다.',
  'Being given back': '돌려주는 중',
  'Waits for a payment': '결제 대기',
  'Stripe refused it': 'Stripe가 거부함',
  'Tried again': '다시 시도 중',
  'Paid twice for the same plan': '같은 요금제가 두 번 결제됨',
  'Paid for a plan that was not signed': '서명되지 않은 요금제가 결제됨',
  'It goes back once what it was paid beside is paid.':
    '함께 결제된 다른 청구서가 결제되면 돌려드립니다.',
  'It is tried again each hour. What keeps it stands in the history.':
    '매시간 다시 시도합니다. 이유는 기록에 있습니다.',
  'Stripe did not answer. Nothing is given back twice.':
    'Stripe가 응답하지 않았습니다. 두 번 돌려주지는 않습니다.',
  'Since {day}': '{day}부터',
  'Amount not read yet': '금액 확인 전',
  'Credit note {number}': '대변 전표 {number}',
  'Payment given back': '결제 환불',
  'Was given back': '돌려줌',
  '{amount} of it is kept for the next invoices.': '그중 {amount}은 다음 청구서에 쓰입니다.',
} as const;
