import type { Plain, Wording } from '@/lib/language/wording';
import type { Reach, RoleRule } from '../../rules/shapes';
import type { RuleLine } from './rules-draft';

type Words = Wording<'collections'>;

const records: Record<Exclude<Reach, 'none'>, Plain<'collections'>> = {
  all: 'all records',
  team: 'records that they or somebody of their teams made or are assigned to',
  involved: 'records they made or are assigned to',
  assigned: 'records they are assigned to',
  own: 'records they made',
};

/** What a rule means, as a sentence about people of the role. */
export function sentenceOf(line: RuleLine, nameOf: (id: string) => string, t: Words): string {
  const { key, name, rule } = line;
  const who =
    key === null ? t('Members of every other role') : t('{name} members', { name: t.said(name) });
  if (rule.see === 'none') {
    return rule.create
      ? t('{who} only add records and see none.', { who })
      : t('{who} do not see this collection.', { who });
  }
  const said = t('{who} {see}, {change}, {remove} and {add}.', {
    who,
    see: t('see {records}', { records: t(records[rule.see]) }),
    change: changing(rule, t),
    remove: removing(rule, t),
    add: rule.create ? t('add new ones') : t('add none'),
  });
  return [said, ...aboutFields(rule, nameOf, t)].join(' ');
}

function changing({ see, change }: RoleRule, t: Words): string {
  if (change === 'none') return t('change none');
  return change === see ? t('change them') : t('change {records}', { records: t(records[change]) });
}

function removing({ see, remove }: RoleRule, t: Words): string {
  if (remove === 'none') return t('delete none');
  return remove === see ? t('delete them') : t('delete {records}', { records: t(records[remove]) });
}

function aboutFields({ fields }: RoleRule, nameOf: (id: string) => string, t: Words): string[] {
  const named = (limit: string) =>
    Object.entries(fields)
      .flatMap(([id, held]) => (held === limit ? nameOf(id) || [] : []))
      .join(', ');
  const [hidden, read] = [named('hidden'), named('read')];
  return [
    ...(hidden ? [t('Hidden from them: {fields}.', { fields: hidden })] : []),
    ...(read ? [t('Only to read: {fields}.', { fields: read })] : []),
  ];
}
