/** Refusals about teams and roles over them. */
export const teamErrors = {
  'This team': '이 팀',
  'This member of the team': '이 팀원',
  '{name} is archived. Bring it back first.': '{name} 팀은 보관되어 있습니다. 먼저 되돌리세요.',
  '{name} is archived.': '{name} 팀은 보관되어 있습니다.',
  'This team does not exist.': '없는 팀입니다.',
  'A team cannot stand below itself.': '팀을 자기 하위로 옮길 수 없습니다.',
  'Teams stand at most {mostLevels} levels deep.': '팀은 최대 {mostLevels}단계까지 둘 수 있습니다.',
  'A workspace has up to {mostTeams} teams.': '팀은 최대 {mostTeams}개까지 만들 수 있습니다.',
  'An archived team has this name.': '보관된 팀이 이 이름을 씁니다.',
  'There is a team of this name already.': '같은 이름의 팀이 이미 있습니다.',
  '{name} is in use. Archive it first.': '{name} 팀은 사용 중입니다. 먼저 보관하세요.',
  'Teams stand below it: {names}. Move or end them first.':
    '하위 팀이 있습니다: {names}. 먼저 옮기거나 정리하세요.',
  'Choose somebody.': '사람을 선택하세요.',
  'At most 100 people at a time.': '한 번에 100명까지 추가할 수 있습니다.',
  'Somebody can have up to {mostEach} roles over teams.':
    '한 사람에게 팀 역할을 최대 {mostEach}개까지 줄 수 있습니다.',
  'A workspace gives up to {mostRoles} roles over teams.':
    '워크스페이스에서 팀 역할을 최대 {mostRoles}개까지 줄 수 있습니다.',
  'The teams of a workspace have up to {mostPlaces} places.':
    '모든 팀의 자리는 합쳐서 최대 {mostPlaces}개입니다.',
  'Only members of this workspace can be in a team.':
    '이 워크스페이스의 구성원만 팀에 넣을 수 있습니다.',
  'Keep this under 60 characters.': '60자 이내로 입력하세요.',
} as const;
