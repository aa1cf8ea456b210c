/** What forms and files of records refuse with. */
export const formErrors = {
  'This form': '이 양식',
  'This form is not open.': '열리지 않은 양식입니다.',
  'This form is not open yet.': '아직 열리지 않은 양식입니다.',
  'This form is closed.': '마감된 양식입니다.',
  'This form takes no more answers.': '더 이상 응답을 받지 않는 양식입니다.',
  'One answer is not right yet. Nothing was sent.':
    '답변 하나를 고쳐야 합니다. 아직 제출되지 않았습니다.',
  '{count} answers are not right yet. Nothing was sent.':
    '답변 {count}개를 고쳐야 합니다. 아직 제출되지 않았습니다.',
  'That was very fast. Look over your answers and send them once more.':
    '너무 빨리 제출되었습니다. 답변을 확인하고 다시 제출하세요.',
  'This page was open for too long. Send your answers once more.':
    '페이지를 연 지 너무 오래되었습니다. 답변을 다시 제출하세요.',
  'These answers were sent already.': '이미 제출한 답변입니다.',
  'Too many answers came in a short time. Try again in {minutes} min.':
    '짧은 시간에 응답이 너무 많았습니다. {minutes}분 뒤에 다시 시도하세요.',
  'This field does not exist.': '없는 필드입니다.',
  '{name} cannot be asked for in a form.': '{name}은(는) 양식에서 물을 수 없습니다.',
  '{name} is asked for twice.': '{name}을(를) 두 번 묻습니다.',
  'The form asks for nothing. Choose at least one field.':
    '양식에 질문이 없습니다. 필드를 하나 이상 선택하세요.',
  'Choose at least one field': '필드를 하나 이상 선택하세요',
  '{name} is required in every record, so the form must ask for it.':
    '{name}은(는) 모든 레코드에 필수이므로 양식에서 물어야 합니다.',
  'Give the form a title': '양식의 제목을 입력하세요',
  'Give an address that begins with https://': 'https://로 시작하는 주소를 입력하세요',
  'Give a day as 2024-01-31': '날짜를 2024-01-31처럼 입력하세요',
  'The last day is before the first': '마지막 날이 첫날보다 앞섭니다',
  'This is no address of a form': '양식의 주소가 아닙니다',
  '{name} is no field of files.': '{name}은(는) 파일 필드가 아닙니다.',
  'A file is not there any more. Nothing was changed.':
    '더 이상 없는 파일이 있습니다. 아무것도 변경하지 않았습니다.',
  '{name} takes no empty file.': '{name}에 빈 파일은 넣을 수 없습니다.',
  '{name} takes files of up to {own} MB.': '{name}에는 {own} MB까지의 파일만 넣을 수 있습니다.',
  '{name} takes {kinds} only.': '{name}에 넣을 수 있는 파일: {kinds}.',
  '{name} takes one file.': '{name}에는 파일을 하나만 넣을 수 있습니다.',
  '{name} takes up to {most} files.': '{name}에는 파일을 최대 {most}개 넣을 수 있습니다.',
  '{name} takes files that were uploaded, not text.':
    '{name}에는 텍스트가 아니라 올린 파일만 넣을 수 있습니다.',
  '{name} has a file that is not there: {file}.': '{name}에 없는 파일이 있습니다: {file}.',
  '{name} has a file of another record: {file}.': '{name}에 다른 레코드의 파일이 있습니다: {file}.',
  '{name} has a file that was not uploaded for it: {file}.':
    '{name}에 올리지 않은 파일이 있습니다: {file}.',
  'All files together may have {most} MB.': '파일은 모두 합해 {most} MB까지입니다.',
} as const;

/** Kinds of files. Apart from the others, since a field may be named so. */
export const fileKinds: Readonly<Record<string, string>> = {
  pictures: '이미지',
  PDFs: 'PDF',
  documents: '문서',
  spreadsheets: '스프레드시트',
  'text files': '텍스트 파일',
  'zip archives': '압축 파일',
  sound: '오디오',
  videos: '동영상',
};
