/** What webhooks are refused with. */
export const webhookErrors = {
  'This webhook': '이 웹훅',
  'This delivery': '이 전송',
  'Name the webhook.': '웹훅의 이름을 입력하세요.',
  'Enter an address that begins with https://.': 'https://로 시작하는 주소를 입력하세요.',
  'Use port 443 or 8443.': '443 또는 8443 포트를 사용하세요.',
  'This address leads inside a network, where nothing is sent.':
    '내부 네트워크 주소로는 보낼 수 없습니다.',
  'Enter an address, such as https://example.com/webhooks.':
    '주소를 입력하세요. 예: https://example.com/webhooks',
  'This is no name of an event.': '이벤트 이름이 아닙니다.',
  'Choose at least one event.': '이벤트를 하나 이상 선택하세요.',
  'Choose all events or some of them.': '모든 이벤트 또는 일부 이벤트 중에서 선택하세요.',
  'A workspace has up to 10 webhooks. Remove one first.':
    '워크스페이스에는 웹훅을 10개까지 둘 수 있습니다. 먼저 하나를 제거하세요.',
  'There is no event {name}.': '{name} 이벤트가 없습니다.',
  'Turn the webhook on first.': '먼저 웹훅을 켜세요.',
  'Events say what the audit trail says. Ask for the right to read that first.':
    '이벤트에는 감사 기록의 내용이 담깁니다. 먼저 감사 기록을 볼 권한을 요청하세요.',
  'The secret before this one still signs. Wait until it ends, or let the old ones end at once.':
    '이전 비밀 키가 아직 서명에 쓰이고 있습니다. 끝날 때까지 기다리거나 이전 키를 바로 끝내세요.',
} as const;
