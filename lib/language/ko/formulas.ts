/** What is wrong with a formula: said while it is written, and by the door that refuses it. */
export const formulaProblems = {
  'Write a formula, such as 1 + 1.': '1 + 1처럼 수식을 입력하세요.',
  'The name of a field ends with a closing brace.': '필드 이름은 닫는 중괄호로 끝나야 합니다.',
  'A text ends with the mark that it begins with.': '텍스트는 시작한 따옴표로 끝나야 합니다.',
  '{sign} means nothing in a formula.': '수식에서 쓸 수 없는 문자입니다: {sign}',
  'This formula is too long. Put a part of it into a field of its own.':
    '수식이 너무 깁니다. 일부를 별도의 필드로 나누세요.',
  'An operator, such as + or &, is missing here.': '여기에 + 나 & 같은 연산자가 필요합니다.',
  'A value is missing here.': '여기에 값이 필요합니다.',
  'The name of a field stands in braces: {name}.': '필드 이름은 중괄호 안에 적으세요: {name}',
  'A closing ) is missing.': '닫는 괄호 )가 없습니다.',
  'A number is needed here, and this is text.': '여기에는 숫자가 필요한데 텍스트입니다.',
  'A number is needed here, and this is a date.': '여기에는 숫자가 필요한데 날짜입니다.',
  'A date is needed here, such as TODAY() or "2026-01-31".':
    '여기에는 TODAY()나 "2026-01-31" 같은 날짜가 필요합니다.',
  'Only numbers and dates can be smaller or larger.': '크기는 숫자와 날짜만 비교할 수 있습니다.',
  'A unit is one of these: {units}.': '사용할 수 있는 단위: {units}',
  'The digits are a whole number from 0 to 10, such as 2.':
    '자릿수는 2처럼 0부터 10까지의 정수입니다.',
  'This formula takes in too many others.': '다른 수식을 너무 많이 불러옵니다.',
  'This formula is too large, with those that it takes in.':
    '불러오는 수식까지 합하면 수식이 너무 큽니다.',
  'This number is too large.': '숫자가 너무 큽니다.',
  'There is no function {name}. Did you mean {near}?':
    '{name} 함수가 없습니다. {near}을(를) 찾으셨나요?',
  'There is no function {name}.': '{name} 함수가 없습니다.',
  '{name} is written {form}.': '{name}은(는) {form}처럼 적습니다.',
  'There is no field “{name}”. Did you mean “{near}”?':
    '“{name}” 필드가 없습니다. “{near}”을(를) 찾으셨나요?',
  'There is no field “{name}”.': '“{name}” 필드가 없습니다.',
  'A formula cannot read “{name}”: its type is {type}.':
    '수식에서 “{name}”을(를) 읽을 수 없습니다. 유형: {type}',
  '“{name}” would be worked out from itself.': '“{name}”이(가) 자기 자신으로 계산됩니다.',
  '“{name}” cannot be worked out: {reason}': '“{name}”을(를) 계산할 수 없습니다: {reason}',
} as const;

/** The page of a formula, and why one comes to nothing. */
export const formulaWords = {
  ...formulaProblems,
  Formula: '수식',
  'Worked out of other fields of the same record': '같은 레코드의 다른 필드로 계산한 값',
  'worked out': '계산된 값',
  'Fields stand in braces: {example}': '필드는 중괄호 안에 적습니다: {example}',
  'Put in a field': '필드 넣기',
  'Put in {name}': '{name} 넣기',
  Functions: '함수',
  'Find a function': '함수 찾기',
  '{said} (letter {place})': '{said} ({place}번째 글자)',
  'Comes to: {kind}': '결과: {kind}',
  Nothing: '없음',
  'What the link says': '링크에 표시할 말',
  'It divides by 0.': '0으로 나눕니다.',
  'The number is too large.': '숫자가 너무 큽니다.',
  'It takes too long to work out.': '계산하는 데 너무 오래 걸립니다.',
  'The moment is before 1900 or after 2199, so its day is not known.':
    '1900년 이전이거나 2199년 이후의 시점이어서 날짜를 알 수 없습니다.',
  'The date is before year 1 or after year 9999.': '날짜가 1년 이전이거나 9999년 이후입니다.',
  'One of two values, by a condition. Without the last, nothing.':
    '조건에 따라 두 값 중 하나. 마지막 값이 없으면 빈 값입니다.',
  'The result beside the first case that is equal to the value.': '값과 같은 첫 경우의 결과입니다.',
  'Yes when every condition holds.': '모든 조건이 맞으면 예입니다.',
  'Yes when one of the conditions holds.': '조건 중 하나라도 맞으면 예입니다.',
  'Yes when the condition does not hold.': '조건이 맞지 않으면 예입니다.',
  'Nothing: an empty value.': '빈 값입니다.',
  'Yes when there is no value.': '값이 없으면 예입니다.',
  'Rounds to so many digits behind the point, none when left out.':
    '소수점 아래 지정한 자리까지 반올림합니다. 생략하면 정수입니다.',
  'The whole number at or below.': '같거나 작은 정수입니다.',
  'The whole number at or above.': '같거나 큰 정수입니다.',
  'The number without its sign.': '부호를 뺀 숫자입니다.',
  'What is left of a division, with the sign of the divisor.':
    '나눗셈의 나머지. 부호는 나누는 수를 따릅니다.',
  'The smallest of the numbers that are there.': '있는 숫자 중 가장 작은 값입니다.',
  'The largest of the numbers that are there.': '있는 숫자 중 가장 큰 값입니다.',
  'Everything as one text, as & does.': '&처럼 모두 하나의 텍스트로 잇습니다.',
  'In capital letters.': '대문자로 바꿉니다.',
  'In small letters.': '소문자로 바꿉니다.',
  'Without blanks at both ends.': '양 끝의 공백을 없앱니다.',
  'How many letters it has.': '글자 수입니다.',
  'The first letters.': '앞의 글자들입니다.',
  'The last letters.': '뒤의 글자들입니다.',
  'Letters from a place on; the first letter is 1.': '지정한 위치부터의 글자들. 첫 글자가 1입니다.',
  'The text with every old part replaced by the new one.':
    '이전 부분을 모두 새 부분으로 바꾼 텍스트입니다.',
  'Yes when the part is in the text, in capital or small letters.':
    '대소문자와 관계없이 텍스트에 들어 있으면 예입니다.',
  'At which letter a part begins; 0 when it is not there.':
    '몇 번째 글자에서 시작하는지. 없으면 0입니다.',
  'This day, where the workspace is.': '워크스페이스 시간대의 오늘입니다.',
  'This moment.': '지금 이 순간입니다.',
  'A date so many days, weeks, months or years later.':
    '지정한 일, 주, 월, 년만큼 뒤의 날짜입니다.',
  'How many whole days, weeks, months or years lie between two dates.':
    '두 날짜 사이의 꽉 찬 일, 주, 월, 년 수입니다.',
  'The year of a date.': '날짜의 연도입니다.',
  'The month of a date, from 1.': '날짜의 월(1부터)입니다.',
  'The day of the month.': '날짜의 일입니다.',
  'The day of the week: 0 is Sunday, 6 is Saturday.': '요일입니다. 0은 일요일, 6은 토요일입니다.',
} as const;
