import { formulaProblems } from '../formulas';

/** What verbs about collections and records refuse with. */
export const collectionErrors = {
  ...formulaProblems,
  '{name} is worked out and cannot be written.': '{name}은(는) 계산된 값이라 입력할 수 없습니다.',
  '{name} is used by the formula of {names}. Change that first.':
    '{names} 수식에서 {name}을(를) 사용합니다. 수식을 먼저 변경하세요.',
  'A formula has at most {maxLetters} characters.': '수식은 최대 {maxLetters}자입니다.',
  'This record does not exist any more.': '더 이상 없는 레코드입니다.',
  '{name} was changed by somebody else meanwhile.': '그사이 다른 사람이 {name}을(를) 변경했습니다.',
  'Name at least one record': '레코드를 하나 이상 지정하세요',
  'At most 1,000 records at once': '한 번에 최대 1,000개의 레코드입니다',
  'Give at least one value': '값을 하나 이상 입력하세요',
  'This change': '이 변경',
  'Nothing was taken back.': '되돌린 내용이 없습니다.',
  'Give the collection a name': '컬렉션 이름을 입력하세요',
  'A workspace holds up to {maxCollections} collections.':
    '워크스페이스에는 컬렉션을 최대 {maxCollections}개 만들 수 있습니다.',
  'This collection': '이 컬렉션',
  'Write something first': '내용을 입력하세요',
  'A comment has at most 4,000 characters': '댓글은 최대 4,000자입니다',
  'Only who wrote a comment can change it.': '댓글은 작성자만 수정할 수 있습니다.',
  'Only who wrote a comment, or an admin, can delete it.':
    '댓글은 작성자나 관리자만 삭제할 수 있습니다.',
  'This comment': '이 댓글',
  'A comment mentions at most 50 people.': '댓글에서는 최대 50명까지 언급할 수 있습니다.',
  'Somebody mentioned is not a member.': '언급한 사람 중 구성원이 아닌 사람이 있습니다.',
  'A sheet holds about a million rows. Export as CSV instead.':
    '시트에는 약 백만 행까지 담을 수 있습니다. CSV로 내보내세요.',
  '{name} holds more than 200 different values.': '{name}에 서로 다른 값이 200개 넘게 있습니다.',
  'Give the option a name': '선택지 이름을 입력하세요',
  'At most 200 options': '선택지는 최대 200개입니다',
  'A currency has three letters, such as EUR': '통화는 KRW처럼 세 글자입니다',
  'Give the field a name': '필드 이름을 입력하세요',
  'Choose a relation of this collection.': '이 컬렉션의 관계를 선택하세요.',
  'Choose the field to show.': '표시할 필드를 선택하세요.',
  'Choose a currency.': '통화를 선택하세요.',
  '{currency} is no currency, such as EUR.': '{currency}은(는) 통화가 아닙니다. KRW처럼 적으세요.',
  'The largest amount is below the smallest.': '최대 금액이 최소 금액보다 작습니다.',
  'The largest number is below the smallest.': '최댓값이 최솟값보다 작습니다.',
  'Two options are named {id}.': '{id} 선택지가 두 개 있습니다.',
  'The greatest length is below the least.': '최대 길이가 최소 길이보다 작습니다.',
  'The last day is before the first.': '마지막 날이 첫날보다 앞섭니다.',
  'Choose the collection it leads to.': '연결할 컬렉션을 선택하세요.',
  '{name} cannot be different in each record: {values}.':
    '{name}에 중복된 값이 있어 고유하게 만들 수 없습니다: {values}.',
  'This is no relation of the collection.': '이 컬렉션의 관계가 아닙니다.',
  'This is no field that can be looked up.': '조회할 수 없는 필드입니다.',
  'A collection has up to {maxFields} fields.':
    '컬렉션에는 필드를 최대 {maxFields}개 만들 수 있습니다.',
  'Name each field of the collection once.': '컬렉션의 필드를 한 번씩만 지정하세요.',
  'This field': '이 필드',
  '{name} cannot be different in each record.': '{name}은(는) 고유하게 만들 수 없습니다.',
  '{name} is filled in by itself.': '{name}은(는) 자동으로 채워집니다.',
  '{name} has no default.': '{name}에는 기본값을 둘 수 없습니다.',
  'A value that each record has once cannot be a default.':
    '고유한 값은 기본값으로 쓸 수 없습니다.',
  'The default can be me, or nothing.': '기본값은 ‘나’이거나 비워 둘 수 있습니다.',
  'There is a field named {name} already.': '{name} 필드가 이미 있습니다.',
  'The file is larger than 10 MB. Split it, or remove columns.':
    '파일이 10 MB를 넘습니다. 나누거나 열을 줄이세요.',
  'This file is {refused}. Save it as CSV and try again.':
    '사용할 수 없는 파일입니다({refused}). CSV로 저장해 다시 시도하세요.',
  '{name} has more than 200 different values. Make it text.':
    '{name}에 서로 다른 값이 200개 넘게 있습니다. 텍스트로 바꾸세요.',
  'Choose the column by which rows find their records.': '행과 레코드를 짝지을 열을 선택하세요.',
  'A file stays of the kind that it is.': '파일의 종류는 바꿀 수 없습니다.',
  '{name} tells rows apart and is empty.': '행을 구별하는 {name} 값이 비어 있습니다.',
  '{name} is the same as in row {before}.': '{name} 값이 {before}행과 같습니다.',
  '{name} is the same in {length} records.': '{name} 값이 같은 레코드가 {length}개 있습니다.',
  '{name} must not be empty.': '{name}을(를) 입력하세요.',
  'A column that is left out cannot find records.': '제외한 열로는 레코드를 찾을 수 없습니다.',
  '{name} cannot tell records apart.': '{name}(으)로는 레코드를 구별할 수 없습니다.',
  'This import': '이 가져오기',
  'This import is {state}.': '이 가져오기의 상태: {state}.',
  '{name} points to a field that does not exist.': '{name}이(가) 없는 필드를 가리킵니다.',
  'Two columns fill {name}. Leave one out.': '두 열이 {name}을(를) 채웁니다. 하나를 제외하세요.',
  'Every column is left out. Choose a field for at least one.':
    '모든 열이 제외되었습니다. 하나 이상의 열에 필드를 선택하세요.',
  'This file has no rows.': '파일에 행이 없습니다.',
  'This file has over {maxColumns} columns.': '파일의 열이 {maxColumns}개를 넘습니다.',
  'Your role does not allow new fields. Map each column to a field.':
    '내 역할로는 필드를 만들 수 없습니다. 각 열에 기존 필드를 지정하세요.',
  'Give the new collection a name.': '새 컬렉션의 이름을 입력하세요.',
  'This record': '이 레코드',
  'There is no field {key}.': '{key} 필드가 없습니다.',
  'This view has more than 10,000 records. Filter it first.':
    '이 보기에 레코드가 10,000개 넘게 있습니다. 먼저 필터를 적용하세요.',
  'Give at least one record': '레코드를 하나 이상 지정하세요',
  'Nothing was brought back.': '복원한 내용이 없습니다.',
  '{name} must be different in each record: “{value}” is given twice.':
    '{name}은(는) 레코드마다 달라야 합니다. “{value}” 값이 두 번 있습니다.',
  'This workbook has too many different texts. Save it as CSV.':
    '통합 문서에 서로 다른 텍스트가 너무 많습니다. CSV로 저장하세요.',
  'This workbook has no sheet to read.': '통합 문서에 읽을 시트가 없습니다.',
  'This workbook has no sheet {name}.': '통합 문서에 {name} 시트가 없습니다.',
  'This view asks for too much at once. Take fewer filters, or shorter formulas.':
    '이 보기는 한 번에 요구하는 것이 너무 많습니다. 필터를 줄이거나 수식을 짧게 하세요.',
  'This workbook is too large to read. Split it, or save it as CSV.':
    '통합 문서가 너무 큽니다. 나누거나 CSV로 저장하세요.',
  'This is a binary Excel workbook. Save it as .xlsx or CSV and try again.':
    '이진 Excel 통합 문서입니다. .xlsx나 CSV로 저장해 다시 시도하세요.',
  'This is an OpenDocument file. Save it as .xlsx or CSV and try again.':
    'OpenDocument 파일입니다. .xlsx나 CSV로 저장해 다시 시도하세요.',
  'This file is not an Excel workbook. Save it as .xlsx or CSV and try again.':
    'Excel 통합 문서가 아닙니다. .xlsx나 CSV로 저장해 다시 시도하세요.',
  'This workbook is damaged. Open it, save it again and try again.':
    '손상된 통합 문서입니다. 열어서 다시 저장한 뒤 시도하세요.',
  'This workbook is not valid. Open it, save it again and try again.':
    '올바르지 않은 통합 문서입니다. 열어서 다시 저장한 뒤 시도하세요.',
  'This workbook has too many parts.': '통합 문서의 구성 요소가 너무 많습니다.',
  'This workbook has a password. Save it without one.':
    '암호가 걸린 통합 문서입니다. 암호 없이 저장하세요.',
  'This workbook is packed in a way that cannot be read.':
    '읽을 수 없는 방식으로 압축된 통합 문서입니다.',
  'This workbook unpacks to more than {mega} MB. Split it, or save it as CSV.':
    '압축을 풀면 {mega} MB를 넘습니다. 나누거나 CSV로 저장하세요.',
  'More than 10,000 records are in the trash. Search first.':
    '휴지통에 레코드가 10,000개 넘게 있습니다. 먼저 검색하세요.',
  'This pattern cannot be read. Look-around and back-references are not known.':
    '읽을 수 없는 패턴입니다. 전후방 탐색과 역참조는 지원하지 않습니다.',
  '{name} cannot be filtered by {op}.': '{name}에는 {op} 조건을 쓸 수 없습니다.',
  'Give the text to look for.': '찾을 텍스트를 입력하세요.',
  'Give at least one value.': '값을 하나 이상 입력하세요.',
  'Give two values.': '값을 두 개 입력하세요.',
  'Give one value.': '값을 하나 입력하세요.',
  'Give a value, or ask for empty.': '값을 입력하거나 ‘비어 있음’을 선택하세요.',
  'Records cannot be grouped by {name}.': '{name}(으)로는 묶을 수 없습니다.',
  '{name} holds no dates.': '{name}에는 날짜가 없습니다.',
  'This cursor belongs to another list. Start from the first page.':
    '다른 목록의 위치입니다. 첫 페이지부터 다시 시작하세요.',
  '{name} cannot be sorted on.': '{name}(으)로는 정렬할 수 없습니다.',
  'A board cannot have columns by this field.': '이 필드로는 보드의 열을 만들 수 없습니다.',
  'Records end with a field that holds a date.': '종료는 날짜 필드여야 합니다.',
  'Records wait for records of the same collection.': '같은 컬렉션의 레코드만 기다릴 수 있습니다.',
  'A timeline cannot have lanes by this field.': '이 필드로는 타임라인의 레인을 만들 수 없습니다.',
  'A calendar needs a field that holds a date.': '캘린더에는 날짜 필드가 필요합니다.',
  'Give the view a name': '보기 이름을 입력하세요',
  'Share the view first: everybody opens the default one.':
    '기본 보기는 모두가 엽니다. 먼저 보기를 공유하세요.',
  'This view': '이 보기',
  'Name each view once, and only views of this collection.':
    '이 컬렉션의 보기를 한 번씩만 지정하세요.',
  'Views that everybody has are changed by those who design collections. Save a view of your own instead.':
    '공용 보기는 컬렉션 설계 권한이 있는 사람이 바꿉니다. 내 보기로 저장하세요.',
  'A collection holds up to {maxViews} views of a kind. Delete some first.':
    '같은 종류의 보기는 최대 {maxViews}개입니다. 먼저 일부를 삭제하세요.',
  'Give at least one word': '단어를 하나 이상 입력하세요',
  'Words of at most 200 characters together': '검색어는 모두 합해 최대 200자입니다',
  'At most 50 collections': '컬렉션은 최대 50개입니다',
  'This export is being made, or can be fetched.': '내보내는 중이거나 이미 다운로드할 수 있습니다.',
  'Some exports of yours are being made. Wait for one of them.':
    '이미 내보내는 중인 파일이 있습니다. 하나가 끝날 때까지 기다리세요.',
  'You may see less of this collection than when this file was made. Have it made again.':
    '이 파일을 만들 때보다 볼 수 있는 범위가 줄었습니다. 다시 만드세요.',
  'A token of the workspace gets no file that is made later. Download the records instead.':
    '워크스페이스 토큰은 나중에 만들어지는 파일을 받을 수 없습니다. 레코드를 바로 내려받으세요.',
  'This collection has rules, and a token of the workspace imports nothing under them. Create the records one by one, or import as a person.':
    '이 컬렉션에는 규칙이 있어 워크스페이스 토큰으로 가져올 수 없습니다. 레코드를 하나씩 만들거나 사람이 가져오세요.',
  'A token of the workspace has no address to mail to.':
    '워크스페이스 토큰에는 메일을 받을 주소가 없습니다.',
  'Who asked for this export may not export any more.':
    '요청한 사람에게 더 이상 내보내기 권한이 없습니다.',
  'This file could not be made in a day. Have it made again.':
    '하루 안에 파일을 만들지 못했습니다. 다시 만드세요.',
  'This form has no room for more files today. Send your answers without files, or try again tomorrow.':
    '오늘은 이 양식에 파일을 더 보낼 수 없습니다. 파일 없이 보내거나 내일 다시 시도하세요.',
  'This form has no room for more files. Send your answers without files, or ask whoever gave you its address.':
    '이 양식에는 파일을 더 보낼 수 없습니다. 파일 없이 보내거나 주소를 알려 준 사람에게 문의하세요.',
} as const;
