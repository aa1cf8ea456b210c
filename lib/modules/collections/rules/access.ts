import type { StoredField } from '../fields/shapes';
import type { Deed, FieldLimit, Reach, Rules } from './shapes';
import { showsAny } from './sources';

/** Who asks, as far as rules go. */
export interface Reader {
  id: string | null;
  /** Keys of their roles. */
  roles: readonly string[];
  /** Ids of the people of their teams. */
  people: readonly string[];
  /** Roles that they have over a team alone, with the people of that team. */
  over: readonly RoleOver[];
  /** True for those whom rules do not bind: who designs collections, and the product itself. */
  unbound: boolean;
}

interface RoleOver {
  key: string;
  /** True for a role that rules do not bind. */
  unbound: boolean;
  people: readonly string[];
}

/** The product's own work, which no person sees the result of. */
export const everything: Reader = { id: null, roles: [], people: [], over: [], unbound: true };

/** Records by how a person stands to them. */
export interface Sight {
  all: boolean;
  own: boolean;
  assigned: boolean;
  /** Ids of people whose records these are too: those they made or are assigned to. */
  people: readonly string[];
}

/** What one person may do in one collection. */
export interface Access extends Record<Deed, Sight> {
  readerId: string | null;
  create: boolean;
  /** Fields that are hidden or only read, by their ids. */
  limits: ReadonlyMap<string, FieldLimit>;
  /** Fields that name those whom a record is assigned to. */
  assignees: readonly Pick<StoredField, 'key' | 'slot'>[];
}

type Designed = Pick<StoredField, 'id' | 'key' | 'type' | 'slot' | 'options'>;

/** What a person may do; of several roles the most generous one counts, deed by deed and field by field. */
export function accessOf(rules: Rules | null, reader: Reader, fields: readonly Designed[]): Access {
  const assignees = fields.filter(({ type }) => type === 'person');
  const common = { readerId: reader.id, assignees };
  if (!rules || reader.unbound) {
    const limits = new Map<string, FieldLimit>();
    return { ...common, see: whole, change: whole, remove: whole, create: true, limits };
  }
  const held = reader.roles.map((key) => ruleOfRole(rules, key));
  // Fields are kept by roles that hold everywhere: without one there is nothing to go by.
  const over = held.length > 0 ? reader.over : [];
  const sight = (deed: Deed) =>
    [
      ...held.map((rule) => sightOf(rule[deed], reader.people)),
      ...over.map((role) => sightOver(rules, role, deed)),
    ].reduce(either, nothing);
  return {
    ...common,
    see: sight('see'),
    change: sight('change'),
    remove: sight('remove'),
    create: held.some(({ create }) => create),
    limits: limitsOf(fields, held),
  };
}

/** The rule of a role; one that is not named falls under the others. */
const ruleOfRole = ({ roles, others }: Rules, key: string) =>
  Object.hasOwn(roles, key) ? (roles[key] ?? others) : others;

/** True when a collection does not exist for this person. */
export const isBlind = ({ see, create }: Access) => !create && !reachesAny(see);

export const reachesAny = ({ all, own, assigned, people }: Sight) =>
  all || own || assigned || people.length > 0;

/** True when neither rows nor fields are kept from this person. */
export const isWhole = ({ see, change, remove, create, limits }: Access) =>
  see.all && change.all && remove.all && create && limits.size === 0;

/** Whether everything that `inner` reaches is reached by `outer` too. */
export const within = (inner: Reach, outer: Reach): boolean =>
  inner === 'none' || inner === outer || narrower[outer].includes(inner);

const narrower: Record<Reach, readonly Reach[]> = {
  none: [],
  own: [],
  assigned: [],
  involved: ['own', 'assigned'],
  team: ['own', 'assigned', 'involved'],
  all: ['own', 'assigned', 'involved', 'team'],
};

const nothing: Sight = { all: false, own: false, assigned: false, people: [] };
const whole: Sight = { ...nothing, all: true, own: true, assigned: true };

function sightOf(reach: Reach, people: readonly string[]): Sight {
  if (reach === 'all') return whole;
  return {
    all: false,
    own: within('own', reach),
    assigned: within('assigned', reach),
    people: reach === 'team' ? people : [],
  };
}

/** A role over a team opens records of its people, where it opens those of others at all. */
function sightOver(rules: Rules, { key, unbound, people }: RoleOver, deed: Deed): Sight {
  const opens = unbound || within('team', ruleOfRole(rules, key)[deed]);
  return opens ? { ...nothing, people } : nothing;
}

const either = (one: Sight, other: Sight): Sight => ({
  all: one.all || other.all,
  own: one.own || other.own,
  assigned: one.assigned || other.assigned,
  people: one.people.length === 0 ? other.people : together(one.people, other.people),
});

const together = (one: readonly string[], other: readonly string[]) =>
  other.length === 0 ? one : [...new Set([...one, ...other])];

function limitsOf(
  fields: readonly Designed[],
  held: readonly { fields: Record<string, FieldLimit> }[],
): Map<string, FieldLimit> {
  const limits = new Map<string, FieldLimit>();
  for (const id of new Set(held.flatMap((rule) => Object.keys(rule.fields)))) {
    const levels = held.map((rule) => rule.fields[id]);
    if (levels.includes(undefined)) continue;
    limits.set(id, levels.includes('read') ? 'read' : 'hidden');
  }
  // What is looked up shows where a hidden relation leads, and a formula what it is worked out of.
  const isHidden = (id: string) => limits.get(id) === 'hidden';
  for (let grew = limits.size > 0; grew; ) {
    const shown = fields.filter((field) => !isHidden(field.id) && showsAny(field, isHidden));
    for (const { id } of shown) limits.set(id, 'hidden');
    grew = shown.length > 0;
  }
  return limits;
}
