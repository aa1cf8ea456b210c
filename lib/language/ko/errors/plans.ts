/** Plans, subscriptions and limits. */
export const planErrors: Readonly<Record<string, string>> = {
  'This plan': '이 요금제',
  'This person is on this plan already.': '이 구성원은 이미 이 요금제를 사용하고 있습니다.',
  'You are on this plan already.': '이미 이 요금제를 사용하고 있습니다.',
  'An admin planned something for your plan. Ask for a change.':
    '관리자가 예정한 변경이 있습니다. 변경하려면 관리자에게 문의하세요.',
  'An admin suspended your plan. Ask for a change.':
    '관리자가 요금제를 중지했습니다. 변경하려면 관리자에게 문의하세요.',
  'An API token cannot do this. Sign in yourself.':
    'API 토큰으로는 할 수 없습니다. 직접 로그인하세요.',
  'You changed plans many times today. Come back tomorrow.':
    '오늘 요금제를 여러 번 변경했습니다. 내일 다시 시도하세요.',
  '{role} may do what only admins may. Let admins sign this plan, or leave the role out.':
    '{role} 역할은 관리자만 할 수 있는 일을 할 수 있습니다. 관리자가 체결하게 하거나 역할을 빼세요.',
  'A plan that members sign themselves gives this role, and {role} may do what only admins may. Choose another role.':
    '구성원이 직접 체결하는 요금제가 이 역할을 주는데, {role} 역할은 관리자만 할 수 있는 일을 할 수 있습니다. 다른 역할을 선택하세요.',
  'A workspace has up to {count} plans. Use one that is there.':
    '워크스페이스의 요금제는 최대 {count}개입니다. 있는 요금제를 사용하세요.',
  'Up to 12 lines.': '최대 12줄입니다.',
  'Enter a few words.': '몇 단어로 입력하세요.',
  'This subscription': '이 구독',
  'The plan of this workspace is suspended. What is here can be read and deleted, and nothing can be added. An admin finds out more in the settings, under Plan.':
    '이 워크스페이스의 요금제가 중지되었습니다. 있는 것은 보고 삭제할 수 있지만 새로 추가할 수 없습니다. 관리자는 설정의 요금제에서 자세히 볼 수 있습니다.',
  'The plan {plan} has {max} records at most. Delete some, or have an admin choose another in the settings, under Plan.':
    '{plan} 요금제의 레코드는 최대 {max}개입니다. 일부를 삭제하거나 관리자가 설정의 요금제에서 다른 요금제를 선택하게 하세요.',
  'The plan {plan} has {max} for files at most. Delete some, or have an admin choose another in the settings, under Plan.':
    '{plan} 요금제의 파일 저장 공간은 최대 {max}입니다. 일부를 삭제하거나 관리자가 설정의 요금제에서 다른 요금제를 선택하게 하세요.',
  'The plan {plan} has {max} own roles at most. Delete one, or choose another plan in the settings, under Plan.':
    '{plan} 요금제의 자체 역할은 최대 {max}개입니다. 하나를 삭제하거나 설정의 요금제에서 다른 요금제를 선택하세요.',
  'The plan {plan} has {max} domains at most. Remove one, or choose another plan in the settings, under Plan.':
    '{plan} 요금제의 도메인은 최대 {max}개입니다. 하나를 제거하거나 설정의 요금제에서 다른 요금제를 선택하세요.',
  'The platform lets this workspace have {max} records at most. Delete some, or have an admin ask the platform for more.':
    '플랫폼이 정한 이 워크스페이스의 레코드는 최대 {max}개입니다. 일부를 삭제하거나 관리자가 플랫폼에 더 요청하게 하세요.',
  'The platform lets this workspace have {max} for files at most. Delete some, or have an admin ask the platform for more.':
    '플랫폼이 정한 이 워크스페이스의 파일 저장 공간은 최대 {max}입니다. 일부를 삭제하거나 관리자가 플랫폼에 더 요청하게 하세요.',
  'The platform lets this workspace have {max} own roles at most. Delete one, or ask the platform for more.':
    '플랫폼이 정한 이 워크스페이스의 자체 역할은 최대 {max}개입니다. 하나를 삭제하거나 플랫폼에 더 요청하세요.',
  'The platform lets this workspace have {max} domains at most. Remove one, or ask the platform for more.':
    '플랫폼이 정한 이 워크스페이스의 도메인은 최대 {max}개입니다. 하나를 제거하거나 플랫폼에 더 요청하세요.',
  'The plan {plan} has {max} webhooks at most. Remove one, or have an admin choose another in the settings, under Plan.':
    '{plan} 요금제의 웹훅은 최대 {max}개입니다. 하나를 제거하거나 관리자가 설정의 요금제에서 다른 요금제를 선택하게 하세요.',
  'The plan {plan} has {max} API tokens at most, of people and of the workspace. Revoke one, let the old one end at once, or have an admin choose another in the settings, under Plan.':
    '{plan} 요금제의 API 토큰은 개인과 워크스페이스를 합쳐 최대 {max}개입니다. 하나를 폐기하거나 이전 토큰을 바로 끝내거나, 관리자가 설정의 요금제에서 다른 요금제를 선택하게 하세요.',
  'The platform lets this workspace have {max} webhooks at most. Remove one, or have an admin ask the platform for more.':
    '플랫폼이 정한 이 워크스페이스의 웹훅은 최대 {max}개입니다. 하나를 제거하거나 관리자가 플랫폼에 더 요청하게 하세요.',
  'The platform lets this workspace have {max} API tokens at most, of people and of the workspace. Revoke one, let the old one end at once, or have an admin ask the platform for more.':
    '플랫폼이 정한 이 워크스페이스의 API 토큰은 개인과 워크스페이스를 합쳐 최대 {max}개입니다. 하나를 폐기하거나 이전 토큰을 바로 끝내거나, 관리자가 플랫폼에 더 요청하게 하세요.',
  'Your plan shows the platform’s name. Choose another under Plan.':
    '사용 중인 요금제에서는 플랫폼 이름이 표시됩니다. 요금제에서 다른 요금제를 선택하세요.',
  'Nothing is said of this limit.': '이 한도는 따로 지정되지 않았습니다.',
  'Your plan does not come with this tier. Choose another under Plan.':
    '사용 중인 요금제에 이 격리 등급이 없습니다. 요금제에서 다른 요금제를 선택하세요.',
  '{title} does not come with your plan. Choose another under Plan.':
    '{title}은(는) 사용 중인 요금제에 포함되지 않습니다. 요금제에서 다른 요금제를 선택하세요.',
  'Somebody else changed this meanwhile. Look again.':
    '그사이 다른 사람이 변경했습니다. 다시 확인하세요.',
  'Nothing is planned.': '예정된 변경이 없습니다.',
  'This subscription is {state}; it cannot become {to}.':
    '이 구독은 {state} 상태이므로 {to} 상태가 될 수 없습니다.',
  'This plan was changed meanwhile. Look again.':
    '그사이 요금제가 변경되었습니다. 다시 확인하세요.',
  'The platform planned another plan. Ask it for a change.':
    '플랫폼이 다른 요금제를 예정했습니다. 변경하려면 플랫폼에 문의하세요.',
  'The server of this tenant does not answer.': '이 테넌트의 서버가 응답하지 않습니다.',
  'This workspace is on this plan already.': '이미 이 요금제를 사용하고 있습니다.',
  'This tenant is on this plan already.': '이 테넌트는 이미 이 요금제를 사용하고 있습니다.',
  'This plan is signed. The platform ends it if you ask.':
    '이미 체결된 요금제입니다. 요청하면 플랫폼이 종료합니다.',
  'This plan is archived.': '보관된 요금제입니다.',
  'This plan holds for tenants on no plan. Say first what holds instead.':
    '요금제 없는 테넌트에 적용되는 요금제입니다. 먼저 대신 적용할 것을 정하세요.',
  'Another plan has this name.': '같은 이름의 요금제가 있습니다.',
  'Somebody else changed this plan meanwhile. Look again.':
    '그사이 다른 사람이 이 요금제를 변경했습니다. 다시 확인하세요.',
  'Publish a version of this plan first.': '먼저 이 요금제의 버전을 게시하세요.',
  'There is no such module.': '그런 모듈이 없습니다.',
  '{title} needs another module that the plan leaves out.':
    '{title}에 필요한 다른 모듈이 요금제에 없습니다.',
  'Use cannot be invoiced by hand: a plan with prices by use is paid for, or signed by staff.':
    '사용량은 수기로 청구할 수 없습니다. 사용량 가격이 있는 요금제는 결제하거나 직원이 체결합니다.',
  'Only a plan that is paid for begins with free days.':
    '무료 기간은 결제하는 요금제에만 둘 수 있습니다.',
  'A plan that is paid for needs a price.': '결제하는 요금제에는 가격이 필요합니다.',
  'One payment takes one currency and one interval: {currency} by the year needs a flat price or one per member of its own. It may be 0.':
    '한 번의 결제에는 통화와 주기가 하나씩입니다. 연간 {currency}에 기본 가격이나 구성원 가격이 따로 있어야 합니다. 0이어도 됩니다.',
  'One payment takes one currency and one interval: {currency} by the month needs a flat price or one per member of its own. It may be 0.':
    '한 번의 결제에는 통화와 주기가 하나씩입니다. 월간 {currency}에 기본 가격이나 구성원 가격이 따로 있어야 합니다. 0이어도 됩니다.',
  'Stripe takes {most} prices of one currency and interval at most, and {currency} has {count}.':
    'Stripe는 통화와 주기마다 가격을 최대 {most}개까지 받습니다. {currency}에는 {count}개가 있습니다.',
  'From 0 to 730.': '0~730으로 입력하세요.',
  'Choose how to pay.': '결제 방법을 선택하세요.',
  'This payment': '이 결제',
  'No plan is paid for here.': '여기서 결제 중인 요금제가 없습니다.',
  'The platform signs this plan.': '이 요금제는 플랫폼이 체결합니다.',
  'Stripe is being told of this change. Wait for its answer.':
    'Stripe에 변경을 알리는 중입니다. 응답을 기다리세요.',
  'Stripe was asked very often from here. Wait for an hour.':
    '여기서 Stripe에 너무 자주 요청했습니다. 한 시간 기다리세요.',
  'Two prices are for the same thing.': '같은 항목에 가격이 두 개 있습니다.',
  'Each step goes further; the last has no end.':
    '각 단계는 앞 단계보다 커야 하고, 마지막 단계는 끝이 없어야 합니다.',
  'Enter a currency such as EUR or KRW.': 'EUR, KRW 같은 통화를 입력하세요.',
  'Allow at least one tier.': '격리 등급을 하나 이상 허용하세요.',
  'At least 0.': '0 이상이어야 합니다.',
  'At most 1,000,000,000,000.': '1,000,000,000,000 이하여야 합니다.',
  'At most 1,000,000,000,000,000.': '1,000,000,000,000,000 이하여야 합니다.',
  'This is too large.': '값이 너무 큽니다.',
  'From 1 to 100.': '1~100으로 입력하세요.',
  'Enter a name of at least 2 letters.': '이름을 2자 이상 입력하세요.',
  'Say why, so that the platform and your colleagues understand it.':
    '플랫폼과 동료가 이해할 수 있도록 이유를 적으세요.',
  'This is in the past.': '지난 시각입니다.',
  'At most two years ahead.': '최대 2년 뒤까지 지정할 수 있습니다.',
  'This is no invoice of this list. Begin at the newest.':
    '이 목록의 청구서가 아닙니다. 최신 항목부터 시작하세요.',
};
