/** What verbs about fields of a workspace's own refuse with. */
export const customFieldErrors = {
  'There is a field of this name already.': '같은 이름의 필드가 이미 있습니다.',
  'Choose one that is offered.': '목록에 있는 것 중에서 고르세요.',
  'Whoever changes a field has to see it.': '필드를 변경하는 사람은 볼 수도 있어야 합니다.',
  'Add at least one option.': '선택지를 하나 이상 추가하세요.',
  'Give each option another id.': '선택지마다 다른 ID를 지정하세요.',
  'There may be {mostFields} fields. Archive one first.':
    '필드는 최대 {mostFields}개입니다. 먼저 하나를 보관하세요.',
  'There may be {mostEver} fields with archived ones.':
    '보관한 것까지 합쳐 필드는 최대 {mostEver}개입니다.',
  'Somebody has an option that you take away: {names}.':
    '제거하려는 선택지를 사용하는 사람이 있습니다: {names}.',
  'Archive the field before you delete it.': '필드를 보관한 뒤에 삭제할 수 있습니다.',
  'There is no such field.': '없는 필드입니다.',
  'You may not change {name}. An admin can.': '{name}은(는) 관리자만 변경할 수 있습니다.',
  'Give the version or the values that you saw.': '본 버전이나 값을 함께 보내세요.',
  '{name} was changed by somebody else meanwhile: it is now “{held}”.':
    '그사이 다른 사람이 {name}을(를) 변경했습니다. 현재 값은 “{held}”입니다.',
  '{name} was changed meanwhile': '그사이 {name}이(가) 변경되었습니다',
  'All fields together hold too much. Shorten a text.':
    '모든 필드의 내용이 너무 많습니다. 텍스트를 줄이세요.',
  'Change at least one field.': '하나 이상의 필드를 변경하세요.',
  'Change at most 50 fields at once.': '한 번에 최대 50개 필드를 변경할 수 있습니다.',
  'Keep this under 200 characters.': '200자 이내로 입력하세요.',
  'At most 100 options': '선택지는 최대 100개입니다',
} as const;
