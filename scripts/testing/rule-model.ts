import type { Deed, Reach, Rules } from '@/lib/modules/collections/rules/shapes';

/** A record as the database has it. */
export interface RuledRecord {
  id: string;
  collectionId: string;
  createdBy: string | null;
  data: Record<string, unknown>;
  deletedAt: string | null;
}

export interface RuledField {
  id: string;
  key: string;
  name: string;
  type: string;
}

export interface RuledMember {
  userId: string;
  /** Keys of their roles. */
  roles: string[];
  /** Ids of the people of their teams and of those below the ones they lead. */
  near: string[];
  /** Roles over a team alone, with the people of that team and those below. */
  over: { key: string; people: string[] }[];
}

export interface RuledCollection {
  id: string;
  fields: RuledField[];
  rules: Rules;
}

/*
 * What rules mean, said once more in the plainest way: nothing here is taken from the product.
 */

const rulesFor = ({ rules }: RuledCollection, { roles }: RuledMember) =>
  roles.map((key) => rules.roles[key] ?? rules.others);

const rulesOver = ({ rules }: RuledCollection, { over }: RuledMember) =>
  over.map(({ key, people }) => ({ rule: rules.roles[key] ?? rules.others, people }));

const isOf = (collection: RuledCollection, { createdBy, data }: RuledRecord, people: string[]) => {
  const named = collection.fields.filter(({ type }) => type === 'person');
  const persons = [createdBy, ...named.map(({ key }) => data[key])];
  return persons.some((id) => people.some((one) => one === id));
};

/** Whether one of a member's roles opens a record for a deed. */
export const mayDo = (
  collection: RuledCollection,
  member: RuledMember,
  { deed, record }: { deed: Deed; record: RuledRecord },
): boolean =>
  rulesFor(collection, member).some((rule) => {
    const reach: Reach = rule[deed];
    const own = record.createdBy === member.userId;
    const people = collection.fields.filter(({ type }) => type === 'person');
    const assigned = people.some(({ key }) => record.data[key] === member.userId);
    if (reach === 'all') return true;
    if (reach === 'own') return own;
    if (reach === 'assigned') return assigned;
    if (reach === 'involved') return own || assigned;
    return reach === 'team' && (own || assigned || isOf(collection, record, member.near));
  }) ||
  rulesOver(collection, member).some(
    ({ rule, people }) =>
      (rule[deed] === 'all' || rule[deed] === 'team') && isOf(collection, record, people),
  );

export const mayAdd = (collection: RuledCollection, member: RuledMember) =>
  rulesFor(collection, member).some(({ create }) => create);

export const isHidden = (collection: RuledCollection, member: RuledMember, field: RuledField) =>
  rulesFor(collection, member).every((rule) => rule.fields[field.id] === 'hidden');

export const isWritable = (collection: RuledCollection, member: RuledMember, field: RuledField) =>
  rulesFor(collection, member).some((rule) => rule.fields[field.id] === undefined);

/** True when the collection is not there for a member. */
export const isAbsent = (collection: RuledCollection, member: RuledMember) =>
  rulesFor(collection, member).every(({ see, create }) => see === 'none' && !create) &&
  rulesOver(collection, member).every(({ rule }) => rule.see !== 'all' && rule.see !== 'team');

const reaches: Reach[] = ['none', 'own', 'assigned', 'involved', 'team', 'all'];
const wider: Record<Reach, Reach[]> = {
  none: ['none'],
  own: ['none', 'own'],
  assigned: ['none', 'assigned'],
  involved: ['none', 'own', 'assigned', 'involved'],
  team: ['none', 'own', 'assigned', 'involved', 'team'],
  all: reaches,
};

/** Rules that could be set. */
export function randomRules(
  random: () => number,
  { roles, fields }: { roles: string[]; fields: RuledField[] },
): Rules {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const rule = () => {
    const see = pick(reaches);
    const limits = fields.flatMap(({ id }) => {
      const limit = pick([undefined, undefined, 'hidden', 'read'] as const);
      return limit ? [[id, limit] as const] : [];
    });
    const [change, remove] = [pick(wider[see]), pick(wider[see])];
    return { see, change, remove, create: random() < 0.5, fields: Object.fromEntries(limits) };
  };
  const named = roles.filter(() => random() < 0.8).map((key) => [key, rule()] as const);
  return { roles: Object.fromEntries(named), others: rule() };
}
