/** What the rules of records and fields refuse with. */
export const ruleErrors = {
  'The rules of this collection let you see this record, not change it.':
    '이 컬렉션의 규칙에 따라 이 레코드는 볼 수만 있고 변경할 수 없습니다.',
  'The rules of this collection let you see this record, not delete it.':
    '이 컬렉션의 규칙에 따라 이 레코드는 볼 수만 있고 삭제할 수 없습니다.',
  'The rules of this collection do not let you change {kept} of these {all} records. Nothing was changed.':
    '이 컬렉션의 규칙에 따라 레코드 {all}개 중 {kept}개를 변경할 수 없습니다. 아무것도 변경하지 않았습니다.',
  'The rules of this collection do not let you delete {kept} of these {all} records. Nothing was changed.':
    '이 컬렉션의 규칙에 따라 레코드 {all}개 중 {kept}개를 삭제할 수 없습니다. 아무것도 변경하지 않았습니다.',
  'The rules of this collection do not let you add records.':
    '이 컬렉션의 규칙에 따라 레코드를 추가할 수 없습니다.',
  '{name} can only be read in your role.': '{name}은(는) 내 역할에서 읽기만 할 수 있습니다.',
  'This collection asks for a value that you may not give. Ask who designs it.':
    '이 컬렉션에는 입력 권한이 없는 필수 값이 있습니다. 설계자에게 문의하세요.',
  'The rules of this collection do not open all of its records to you. Ask who designs it to take the import back.':
    '이 컬렉션의 규칙에 따라 일부 레코드를 볼 수 없습니다. 가져오기를 되돌리려면 설계자에게 문의하세요.',
  'There is no such role.': '없는 역할입니다.',
  'There is no such field.': '없는 필드입니다.',
  'Records have to be seen before they can be changed.': '볼 수 있는 레코드만 변경할 수 있습니다.',
  'Records have to be seen before they can be deleted.': '볼 수 있는 레코드만 삭제할 수 있습니다.',
  '{name} is required, so whoever adds records must be able to fill it in.':
    '{name}은(는) 필수이므로 레코드를 추가하는 사람이 입력할 수 있어야 합니다.',
  'Somebody else changed who may see what. Load the page again.':
    '다른 사람이 접근 규칙을 변경했습니다. 페이지를 다시 불러오세요.',
} as const;
