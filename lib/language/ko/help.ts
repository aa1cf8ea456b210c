/** The help page: what modules and the account answer. */
export const help = {
  Help: '도움말',
  'How things are done here.': '여기서 일을 하는 방법입니다.',
  'Search in help': '도움말 검색',
  'No answer has these words': '해당하는 답이 없습니다',
  'Try fewer or other words, or ask an admin of {tenant}.':
    '단어를 줄이거나 바꿔 보세요. {tenant} 관리자에게 문의할 수도 있습니다.',
  'Go there': '바로 가기',
  'Your account': '내 계정',
  Collections: '컬렉션',
  Tasks: '과제',
  'How do I get anywhere quickly?': '원하는 곳으로 빨리 가려면?',
  'Press Ctrl K (⌘ K on a Mac) and type where you want to go or what you look for. G and then a letter goes to a place at once: G H to home, G S to settings.':
    'Ctrl K(Mac에서는 ⌘ K)를 누르고 갈 곳이나 찾을 것을 입력하세요. G를 누른 뒤 글자를 누르면 바로 이동합니다. G H는 홈, G S는 설정입니다.',
  'How do I change my language, time zone or password?':
    '언어, 시간대, 비밀번호는 어떻게 바꾸나요?',
  'All of it is on your account page, behind your name at the bottom of the menu.':
    '메뉴 아래쪽 내 이름을 눌러 계정 페이지에서 모두 바꿀 수 있습니다.',
  'Where am I signed in, and how do I end that?': '어디에 로그인되어 있고 어떻게 로그아웃하나요?',
  'Your account page lists each device with when it was last used. “Sign out there” ends it within a second.':
    '계정 페이지에 기기마다 마지막 사용 시각이 표시됩니다. “로그아웃”을 누르면 1초 안에 끝납니다.',
  'Something says that I may not. Whom do I ask?': '권한이 없다고 나옵니다. 누구에게 물어보나요?',
  'The page that refuses names who can give you the right. Rights come with roles, and admins of the workspace give those.':
    '거절된 페이지에 권한을 줄 수 있는 사람이 나와 있습니다. 권한은 역할에 따르며, 역할은 워크스페이스 관리자가 부여합니다.',
  'How do I find a record?': '레코드는 어떻게 찾나요?',
  'Press Ctrl K anywhere and type a part of any of its words. Inside a collection, the search field keeps those rows that hold what you type, and “Filter” keeps those that meet conditions you choose.':
    '어디서든 Ctrl K를 누르고 단어 일부를 입력하세요. 컬렉션 안에서는 검색란에 입력한 말이 들어 있는 행만, “필터”로는 고른 조건에 맞는 행만 남습니다.',
  'How do I keep a view for later?': '보기를 나중에도 쓰려면?',
  'Filter, sort, group and hide fields as you like: the address of the page holds all of it, so you can send it to somebody. “Save view” keeps it under a name, for yourself or for everybody.':
    '원하는 대로 필터, 정렬, 그룹, 필드 숨기기를 하세요. 모두 페이지 주소에 담기므로 그대로 보낼 수 있습니다. “보기 저장”은 나만 또는 모두가 쓰도록 이름을 붙여 보관합니다.',
  'Who changed this record, and what was there before?':
    '누가 이 레코드를 바꿨고, 전에는 무엇이 있었나요?',
  'Open the record and choose “History”. Each change shows who made it, when, and the value before and after. A single value can be restored, or the record as it was at that moment.':
    '레코드를 열고 “이력”을 선택하세요. 변경마다 누가 언제 했는지, 전과 후의 값이 나옵니다. 값 하나만 또는 그 시점의 레코드 전체를 복원할 수 있습니다.',
  'How do I change many records at once?': '여러 레코드를 한 번에 바꾸려면?',
  'Mark them by the boxes at the left and choose “Edit”, or copy cells from a spreadsheet and paste them into the grid. One undo takes the whole change back.':
    '왼쪽 상자로 선택하고 “편집”을 누르거나, 스프레드시트에서 셀을 복사해 표에 붙여 넣으세요. 실행 취소 한 번으로 전체가 되돌아갑니다.',
  'How do I get something back that was deleted?': '삭제한 것을 되찾으려면?',
  'Undo right after deleting, or open the collection’s trash from its menu and choose “Restore”. What is there longer than 30 days is gone.':
    '삭제 직후 실행 취소하거나, 컬렉션 메뉴에서 휴지통을 열고 “복원”을 선택하세요. 30일이 지나면 완전히 삭제됩니다.',
  'How do I bring in a spreadsheet?': '스프레드시트를 가져오려면?',
  'Drop a CSV, Excel or JSON file on the collection, or on the list of collections to make a new one. You see which column goes where and which rows do not fit before anything is written; rows that were refused can be downloaded with the reasons.':
    'CSV, Excel, JSON 파일을 컬렉션에 놓거나, 컬렉션 목록에 놓아 새로 만드세요. 어느 열이 어디로 가는지, 맞지 않는 행은 무엇인지 저장하기 전에 보여 줍니다. 거절된 행은 이유와 함께 내려받을 수 있습니다.',
  'An import was wrong. Can I take it back?': '가져오기가 잘못됐습니다. 되돌릴 수 있나요?',
  'Yes, whole and later too: open “Imports and exports” of the collection, choose the import and “Take import back”. What somebody changed since is shown to you and stays unless you say otherwise.':
    '네, 나중에라도 전체를 되돌릴 수 있습니다. 컬렉션의 “가져오기와 내보내기”에서 해당 가져오기를 골라 “가져오기 취소”를 누르세요. 그 뒤 누군가 바꾼 것은 따로 보여 주며, 선택하지 않으면 그대로 남습니다.',
  'How do I export what I see?': '보이는 대로 내보내려면?',
  '“Export” makes a CSV, Excel or JSON file of exactly what the view shows, or of everything you may see. You are told when it is ready; the link to it expires.':
    '“내보내기”는 보기에 나온 그대로 또는 볼 수 있는 모든 것을 CSV, Excel, JSON 파일로 만듭니다. 준비되면 알려 드리며, 링크는 만료됩니다.',
  'How do I make a collection of my own?': '컬렉션을 직접 만들려면?',
  'Choose “New collection” and add fields: text, numbers, money, dates, choices, people, files, and relations to other collections. A field’s type can be changed later; you are shown what converts and what would be lost first.':
    '“새 컬렉션”을 선택하고 필드를 추가하세요. 텍스트, 숫자, 금액, 날짜, 선택, 사람, 파일, 다른 컬렉션과의 관계가 있습니다. 필드 유형은 나중에 바꿀 수 있으며, 무엇이 변환되고 무엇을 잃는지 먼저 보여 줍니다.',
  'How do I decide who sees which records and fields?':
    '누가 어떤 레코드와 필드를 보는지 어떻게 정하나요?',
  'Open the collection and choose “Access”. For each role say whether it sees all records, those of its teams, those assigned to it or its own, and which fields. It holds everywhere: in search, exports, counts and the API.':
    '컬렉션을 열고 “접근 권한”을 선택하세요. 역할마다 모든 레코드, 팀의 레코드, 배정된 레코드, 본인이 만든 레코드 중 무엇을 보는지와 어떤 필드를 보는지 정합니다. 검색, 내보내기, 개수, API 어디서나 적용됩니다.',
  'How do people without an account send something in?': '계정이 없는 사람에게서 받으려면?',
  'Open the collection’s “Form”, choose the fields to ask for and open it. Anybody with the link can fill it in on your own address, and each answer becomes a record.':
    '컬렉션의 “양식”에서 물어볼 필드를 고르고 여세요. 링크가 있으면 누구나 여러분의 주소에서 작성할 수 있고, 답변마다 레코드가 됩니다.',
  'How do I hand something in?': '과제는 어떻게 제출하나요?',
  'Open the task, write or add files and choose “Hand in”. If it is returned, the words of whoever reviewed it stand beside your work, and you can hand in again.':
    '과제를 열어 글을 쓰거나 파일을 추가하고 “제출”을 누르세요. 돌려받으면 검토한 사람의 의견이 제출물 옆에 표시되며, 다시 제출할 수 있습니다.',
  'How do I give a task?': '과제는 어떻게 내나요?',
  'Choose “Give task”, name the people, teams or roles it is for, a due date and who reviews it. Whoever joins such a team or role later gets it too.':
    '“과제 내기”를 선택하고 대상 사람, 팀, 역할과 기한, 검토자를 정하세요. 나중에 그 팀이나 역할에 들어온 사람도 받습니다.',
  'Where do I see what waits for my review?': '검토할 것은 어디에서 보나요?',
  'Under Tasks, “To review” lists what was handed in. Accept it, or return it with words on what is missing.':
    '과제의 “검토할 것”에 제출물이 나옵니다. 승인하거나, 부족한 점을 적어 돌려주세요.',
};
