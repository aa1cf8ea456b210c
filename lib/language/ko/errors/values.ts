/** What is wrong with a value, as a sentence about its field. */
export const valueErrors = {
  '{name} must be one of the options.': '{name}은(는) 선택지 중 하나여야 합니다.',
  '{name} is not one of the options: {options}.': '{name} 값이 선택지에 없습니다: {options}.',
  '{name} is an option that is being removed.': '{name} 값이 삭제 중인 선택지입니다.',
  '{name} has only options that are being removed.': '{name} 값이 모두 삭제 중인 선택지입니다.',
  '{name} has more than {most} options.': '{name}에서 선택지를 {most}개 넘게 골랐습니다.',
  '{name} has several options.': '{name}에 선택지가 여러 개 있습니다.',
  '{name} must be a member.': '{name}은(는) 구성원이어야 합니다.',
  '{name} is not a member.': '{name} 값이 구성원이 아닙니다.',
  '{name} is the name of several members; use the e-mail address.':
    '{name}에 이름이 같은 구성원이 여럿 있습니다. 이메일 주소를 쓰세요.',
  '{name} is a time that does not exist.': '{name} 값이 없는 시각입니다.',
  '{name} is not a date and time, such as 2024-01-31 14:05.':
    '{name}은(는) 2024-01-31 14:05처럼 날짜와 시간을 입력하세요.',
  '{name} must be a date, such as 2024-01-31.': '{name}은(는) 2024-01-31처럼 날짜를 입력하세요.',
  '{name} is not a date, such as 2024-01-31.': '{name}은(는) 2024-01-31처럼 날짜를 입력하세요.',
  '{name} could be two dates; write it as 2024-01-31.':
    '{name}의 날짜가 모호합니다. 2024-01-31처럼 입력하세요.',
  '{name} is a day that does not exist.': '{name} 값이 없는 날짜입니다.',
  '{name} must be records.': '{name}에는 레코드를 지정하세요.',
  '{name} must be a record.': '{name}에는 레코드를 지정하세요.',
  '{name} names several records: {text}.': '{name}에 맞는 레코드가 여러 개입니다: {text}.',
  '{name} leads to a record that does not exist: {text}.':
    '{name}이(가) 없는 레코드를 가리킵니다: {text}.',
  '{name} leads to more than {most} records.': '{name}이(가) 레코드를 {most}개 넘게 가리킵니다.',
  '{name} leads to one record only.': '{name}에는 레코드를 하나만 연결할 수 있습니다.',
  '{name} leads to another collection.': '{name}이(가) 다른 컬렉션을 가리킵니다.',
  '{name} must be text.': '{name}은(는) 텍스트여야 합니다.',
  '{name} is longer than {most} characters.': '{name}은(는) {most}자 이내로 입력하세요.',
  '{name} must be an e-mail address.': '{name}에 이메일 주소를 입력하세요.',
  '{name} is not an e-mail address, such as name@example.com.':
    '{name}에 name@example.com처럼 이메일 주소를 입력하세요.',
  '{name} must be a web address.': '{name}에 웹 주소를 입력하세요.',
  '{name} is not a web address, such as https://example.com.':
    '{name}에 https://example.com처럼 웹 주소를 입력하세요.',
  '{name} is not an amount.': '{name}에 금액을 입력하세요.',
  '{name} is not an amount in {currency}.': '{name}에 {currency} 금액을 입력하세요.',
  '{name} is too large an amount.': '{name}의 금액이 너무 큽니다.',
  '{name} is not a number.': '{name}에 숫자를 입력하세요.',
  '{name} is too large a number.': '{name}의 숫자가 너무 큽니다.',
  '{name} must be yes or no.': '{name}에는 예 또는 아니요를 입력하세요.',
  '{name} is looked up and cannot be written.': '{name}은(는) 조회한 값이라 입력할 수 없습니다.',
  '{name} has decimals, and {currency} has none.':
    '{name}에 소수를 쓸 수 없는 통화({currency})입니다.',
  '{name} has over {decimals} decimals.': '{name}의 소수는 {decimals}자리까지입니다.',
  '{name} must have at least {count} character.': '{name}은(는) {count}자 이상이어야 합니다.',
  '{name} must have at least {count} characters.': '{name}은(는) {count}자 이상이어야 합니다.',
  '{name} must have at most {count} character.': '{name}은(는) {count}자 이내여야 합니다.',
  '{name} must have at most {count} characters.': '{name}은(는) {count}자 이내여야 합니다.',
  '{name} must be at least {least}.': '{name}은(는) {least} 이상이어야 합니다.',
  '{name} must be at most {most}.': '{name}은(는) {most} 이하여야 합니다.',
  '{name} must not be before {day}.': '{name}은(는) {day} 이후여야 합니다.',
  '{name} must not be after {day}.': '{name}은(는) {day} 이전이어야 합니다.',
  '{name} has not the form that is asked for.': '{name}의 형식이 맞지 않습니다.',
  '{name} has a file that is given twice: {file}.': '{name}에 같은 파일이 두 번 있습니다: {file}.',
  '{name} must be different in each record: “{other}” has “{value}” already.':
    '{name}은(는) 레코드마다 달라야 합니다. “{other}”에 이미 “{value}” 값이 있습니다.',
  '{name} must be different in each record: another record has “{value}” already.':
    '{name}은(는) 레코드마다 달라야 합니다. 다른 레코드에 이미 “{value}” 값이 있습니다.',
} as const;
