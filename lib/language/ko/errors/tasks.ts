/** What verbs about tasks refuse with. */
export const taskErrors = {
  'This task': '이 과제',
  'Give at least two letters': '두 글자 이상 입력하세요',
  'Somebody hands in at most 50 times.': '최대 50번까지 제출할 수 있습니다.',
  'This person': '이 사람',
  'Give the task a title.': '과제 제목을 입력하세요.',
  'Keep this under 200 characters.': '200자 이내로 입력하세요.',
  'Instructions have at most 20,000 characters.': '안내는 최대 20,000자입니다.',
  'Enter a date and time.': '날짜와 시각을 입력하세요.',
  'Choose who gets the task.': '과제를 받을 사람을 선택하세요.',
  'Choose at most 100.': '최대 100개까지 선택하세요.',
  'An answer has at most 20,000 characters.': '답변은 최대 20,000자입니다.',
  'At most 20 files.': '파일은 최대 20개입니다.',
  'Feedback has at most 10,000 characters.': '의견은 최대 10,000자입니다.',
  'Say what is to be done better.': '고칠 점을 적으세요.',
  'This task was changed by somebody else meanwhile. Look again.':
    '그사이 다른 사람이 이 과제를 변경했습니다. 다시 확인하세요.',
  'Only who gave a task, or who reviews all, can change it.':
    '과제를 낸 사람이나 전체를 검토하는 사람만 변경할 수 있습니다.',
  'Somebody named is not a member.': '지정한 사람 중 구성원이 아닌 사람이 있습니다.',
  'What it is to be about is not there, or you cannot see it.':
    '관련 항목이 없거나 볼 수 없습니다.',
  'This thing': '이 항목',
  'A team named is not there.': '지정한 팀이 없습니다.',
  'A role named is not there.': '지정한 역할이 없습니다.',
  'This task is not for you.': '나에게 온 과제가 아닙니다.',
  'This task takes no files.': '파일을 받지 않는 과제입니다.',
  'This task takes no text.': '글을 받지 않는 과제입니다.',
  'This file is empty.': '빈 파일입니다.',
  'This file is larger than 10 MB.': '파일이 10 MB보다 큽니다.',
  'At most 40 files wait to be handed in. Each is kept for a day.':
    '제출을 기다리는 파일은 최대 40개입니다. 하루 동안 보관됩니다.',
  'A file is not there any more. Nothing was handed in.':
    '파일이 더 이상 없습니다. 제출되지 않았습니다.',
  'This task is overdue, and nothing is taken any more.': '기한이 지나 더 이상 제출할 수 없습니다.',
  'Write something or add a file.': '글을 쓰거나 파일을 추가하세요.',
  'Write something first.': '내용을 입력하세요.',
  'Add a file first.': '먼저 파일을 추가하세요.',
  'You handed this in meanwhile. Look at what is there now.':
    '그사이 이미 제출했습니다. 지금 상태를 확인하세요.',
  'This was accepted already.': '이미 승인되었습니다.',
  'This waits for review. Hand it in again once it comes back.':
    '검토를 기다리고 있습니다. 돌려받은 뒤 다시 제출하세요.',
  'Somebody else reviews what you handed in.': '내 제출물은 다른 사람이 검토합니다.',
  'This was handed in again or reviewed meanwhile. Look again.':
    '그사이 다시 제출되었거나 검토되었습니다. 다시 확인하세요.',
  'Enter a time, such as 23:59.': '23:59처럼 시각을 입력하세요.',
} as const;
