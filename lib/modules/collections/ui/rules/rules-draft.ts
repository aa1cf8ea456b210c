import type { Plain } from '@/lib/language/wording';
import { within } from '../../rules/access';
import type { RulesOf } from '../../rules/read';
import {
  type Deed,
  deeds,
  type FieldLimit,
  type Reach,
  type RoleRule,
  type Rules,
  reaches,
} from '../../rules/shapes';

/** One line of the table: a role that rules bind, or all those that are not named. */
export interface RuleLine {
  /** Null for every other role. */
  key: string | null;
  name: string;
  rule: RoleRule;
}

/** Rules with a line for each role that they bind. */
export const linesOf = ({ roles, others }: Rules, known: RulesOf['roles']): RuleLine[] => [
  ...known
    .filter(({ bound }) => bound)
    .map(({ key, name }) => ({ key, name, rule: roles[key] ?? others })),
  { key: null, name: 'Every other role', rule: others },
];

export const rulesOfLines = (lines: readonly RuleLine[], before: Rules): Rules => ({
  roles: Object.fromEntries(lines.flatMap(({ key, rule }) => (key === null ? [] : [[key, rule]]))),
  others: lines.find(({ key }) => key === null)?.rule ?? before.others,
});

/** A rule with one deed opened as far as said; what must be seen first follows. */
export function withReach(rule: RoleRule, deed: Deed, reach: Reach): RoleRule {
  const next = { ...rule, [deed]: reach };
  for (const one of deeds) if (!within(next[one], next.see)) next[one] = next.see;
  return next;
}

export function withLimit(rule: RoleRule, fieldId: string, limit: FieldLimit | null): RoleRule {
  const { [fieldId]: _, ...fields } = rule.fields;
  return { ...rule, fields: limit ? { ...fields, [fieldId]: limit } : fields };
}

/** How far a deed can be opened: no further than what is seen. */
export const reachesFor = (deed: Deed, { see }: RoleRule): Reach[] =>
  reaches.filter((reach) => deed === 'see' || within(reach, see));

export const reachWords: Record<Reach, Plain<'collections'>> = {
  all: 'All records',
  team: 'Of their teams',
  involved: 'Made or assigned',
  assigned: 'Assigned to them',
  own: 'Made by them',
  none: 'None',
};
