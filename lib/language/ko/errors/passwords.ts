/** What is wrong with a password and would make it stronger; said while it is typed as well. */
export const passwordErrors = {
  'Choose a password.': '비밀번호를 입력하세요.',
  'Use at least 15 characters. A few words in a row are good.':
    '15자 이상 입력하세요. 단어를 몇 개 이어 쓰면 좋습니다.',
  'Use at least 8 characters. A few words in a row are good.':
    '8자 이상 입력하세요. 단어를 몇 개 이어 쓰면 좋습니다.',
  'This is one of the most used passwords. Pick another.':
    '너무 흔한 비밀번호입니다. 다른 비밀번호를 사용하세요.',
  'This is close to one of the most used passwords. Pick something else.':
    '흔한 비밀번호와 비슷합니다. 다른 비밀번호를 사용하세요.',
  'Keys in a row are easy to guess. Put a few words together instead.':
    '키보드에서 나란히 있는 키는 추측하기 쉽습니다. 대신 단어를 몇 개 이어 쓰세요.',
  'Repeats are easy to guess. Add words instead of the same again.':
    '반복은 추측하기 쉽습니다. 같은 글자 대신 다른 단어를 더하세요.',
  'Sequences such as abcd or 1234 are easy to guess. Put a few words together instead.':
    'abcd나 1234처럼 이어지는 글자는 추측하기 쉽습니다. 대신 단어를 몇 개 이어 쓰세요.',
  'Dates and years are easy to guess. Add words that have nothing to do with them.':
    '날짜와 연도는 추측하기 쉽습니다. 관련 없는 단어를 더하세요.',
  'Single words and names are easy to guess. Put a few together.':
    '단어나 이름 하나는 추측하기 쉽습니다. 몇 개를 이어 쓰세요.',
  'Your name, your address and the name of the workspace are easy to guess. Leave them out.':
    '이름, 이메일 주소, 워크스페이스 이름은 추측하기 쉽습니다. 빼고 입력하세요.',
  'This is easy to guess. Add a word or two.': '추측하기 쉽습니다. 단어를 한두 개 더하세요.',
} as const;
