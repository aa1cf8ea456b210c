/** Flags and settings of modules. */
export const flagErrors: Readonly<Record<string, string>> = {
  'This flag': '이 플래그',
  'This configuration': '이 설정',
  'This revision': '이 변경 이력',
  'Enter a number.': '숫자를 입력하세요.',
  'At most 10.': '10 이하여야 합니다.',
  'The search is switched off for now.': '검색을 잠시 사용할 수 없습니다.',
  'Pages do not follow changes of others for now.':
    '다른 사람의 변경 사항을 잠시 확인할 수 없습니다.',
  'Forms take no answers for now.': '양식에서 잠시 응답을 받지 않습니다.',
  'Exports are switched off for now.': '내보내기를 잠시 사용할 수 없습니다.',
  'The platform decides over this.': '플랫폼이 정하는 항목입니다.',
  'Choose one of what it can be.': '가능한 값 중에서 선택하세요.',
  'From 0 to 100 percent.': '0~100%로 입력하세요.',
  'Somebody else changed this flag meanwhile. Look again.':
    '그사이 다른 사람이 이 플래그를 변경했습니다. 다시 확인하세요.',
  'People without a role meet this: say it for tenants.':
    '역할이 없는 사람도 해당됩니다. 테넌트 기준으로 지정하세요.',
  'A later release wrote these settings. Change them once it runs again.':
    '더 최신 버전에서 저장한 설정입니다. 그 버전이 다시 실행되면 변경하세요.',
  'This revision cannot be read any more.': '이 변경 이력은 더 이상 읽을 수 없습니다.',
  'Check the settings below.': '아래 설정을 확인하세요.',
  'Somebody else changed these settings meanwhile. Look again.':
    '그사이 다른 사람이 이 설정을 변경했습니다. 다시 확인하세요.',
};
