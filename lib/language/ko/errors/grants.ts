/** Refusals about what workspaces let each other look at. */
export const grantErrors = {
  'This view': '이 보기',
  'This grant': '이 공유',
  '{name} does not answer just now. Try again in a moment.':
    '지금 {name}에서 응답하지 않습니다. 잠시 후 다시 시도하세요.',
  'No workspace that shares its accounts with this one has this address.':
    '이곳과 계정을 함께 쓰는 워크스페이스 중에 이 주소가 없습니다.',
  'This cannot be shared.': '공유할 수 없습니다.',
  'A grant lasts an hour at least.': '공유는 최소 1시간입니다.',
  'That workspace was offered {mostADay} views within a day. Offer more tomorrow.':
    '하루 동안 그 워크스페이스에 보기를 {mostADay}개 제안했습니다. 내일 더 제안하세요.',
  'Choose a day to come.': '앞으로의 날짜를 선택하세요.',
  'A grant lasts up to a year. Give it anew then.': '공유는 최대 1년입니다. 그 후 다시 공유하세요.',
  'A workspace shares up to {mostGrants} views at a time.':
    '워크스페이스는 한 번에 보기를 최대 {mostGrants}개까지 공유할 수 있습니다.',
  'That workspace has {mostUnanswered} offers from here to answer. Wait, or take some back.':
    '그 워크스페이스에 응답하지 않은 제안이 {mostUnanswered}개 있습니다. 기다리거나 일부를 회수하세요.',
  'Choose among the roles that the other workspace named.':
    '상대 워크스페이스가 정한 역할 중에서 선택하세요.',
  'This was ended or declined meanwhile. Look again.':
    '그사이 회수되거나 거절되었습니다. 다시 확인하세요.',
  'What was shared is not there any more. Ask who shares it.':
    '공유된 내용이 더 이상 없습니다. 공유한 곳에 문의하세요.',
  'You can share only a collection of which you see every record.':
    '모든 레코드를 볼 수 있는 컬렉션만 공유할 수 있습니다.',
  'One of these fields cannot be shared.': '공유할 수 없는 필드가 있습니다.',
  'Choose a field of this collection that names people.':
    '이 컬렉션에서 사람을 가리키는 필드를 선택하세요.',
  'This collection does not exist.': '없는 컬렉션입니다.',
  'One of these records does not exist.': '없는 레코드가 있습니다.',
  'Enter the address of the workspace.': '워크스페이스 주소를 입력하세요.',
  'Choose at least one field.': '필드를 하나 이상 선택하세요.',
  'Choose up to 200.': '최대 200개까지 선택하세요.',
  'Say what for, in a few words.': '목적을 간단히 적으세요.',
  'Share what is about people in both workspaces, or choose what to share.':
    '두 워크스페이스에 모두 속한 사람의 레코드를 공유하거나 공유할 레코드를 선택하세요.',
} as const;
