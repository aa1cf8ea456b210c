import type { Field } from '@/lib/modules/collections/fields/shapes';
import {
  type Filter,
  type FilterNode,
  isGroup,
  type Sort,
} from '@/lib/modules/collections/view/state';

/*
 * What a view shows, said a second time as plainly as possible: nothing here is shared with the
 * engine it is compared with.
 */

export interface ModelRecord {
  id: string;
  data: Record<string, unknown>;
}

interface Model {
  fields: readonly Field[];
  /** Place of a text among all texts, in the order of the database. */
  rankOf: (text: string) => number;
  nameOf: (personId: string) => string;
}

/** The records that meet the filters, in order. */
export function modelRecords(
  records: readonly ModelRecord[],
  view: { filters: FilterNode[]; match: 'all' | 'any'; sorts: Sort[] },
  model: Model,
): ModelRecord[] {
  const wanted = records.filter((record) =>
    meets(record, { op: view.match, filters: view.filters }, model),
  );
  const down = view.sorts[0]?.direction === 'desc';
  return wanted.sort((a, b) => {
    for (const sort of view.sorts) {
      const order = compareBy(sort, a, b, model);
      if (order !== 0) return order;
    }
    return (a.id < b.id ? -1 : 1) * (down ? -1 : 1);
  });
}

/** How many of these records each value has and what a field of theirs comes to, in their order. */
export function modelGroups(
  records: readonly ModelRecord[],
  { sort, sum }: { sort: Sort; sum: string | undefined },
  model: Model,
) {
  const groups = new Map<unknown, ModelRecord[]>();
  for (const record of modelOrder(records, sort, model)) {
    const held = record.data[sort.field] ?? null;
    const value = typeof held === 'string' && sort.by ? periodOf(held, sort.by) : held;
    groups.set(value, [...(groups.get(value) ?? []), record]);
  }
  return [...groups].map(([value, members]) => ({
    value,
    count: members.length,
    sum: sum === undefined ? null : modelSum(members.map(({ data }) => data[sum])),
  }));
}

/** Digits behind the point that a sum is reckoned with. */
const digits = 12;

/** Whole numbers of the smallest digit, so that nothing is rounded; null where nothing has a value. */
function modelSum(values: readonly unknown[]): string | null {
  const given = values.filter((value) => value !== null && value !== undefined);
  if (given.length === 0) return null;
  const total = given.reduce<bigint>((sum, value) => sum + scaled(String(value)), 0n);
  const text = String(total < 0n ? -total : total).padStart(digits + 1, '0');
  const fraction = text.slice(-digits).replace(/0+$/, '');
  return `${total < 0n ? '-' : ''}${text.slice(0, -digits)}${fraction && `.${fraction}`}`;
}

function scaled(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const size = BigInt(whole + fraction.padEnd(digits, '0'));
  return decimal.startsWith('-') ? -size : size;
}

/** Whether a record meets one condition. */
export const modelMeets = (record: ModelRecord, filter: Filter, model: Model): boolean =>
  meetsOne(record.data[filter.field] ?? null, filter, model);

const modelOrder = (records: readonly ModelRecord[], sort: Sort, model: Model) =>
  modelRecords(records, { filters: [], match: 'all', sorts: [sort] }, model);

function meets(record: ModelRecord, node: FilterNode, model: Model): boolean {
  if (!isGroup(node)) return meetsOne(record.data[node.field] ?? null, node, model);
  if (node.filters.length === 0) return true;
  const each = (inner: FilterNode) => isBlank(inner) || meets(record, inner, model);
  const said = node.filters.filter((inner) => !isBlank(inner));
  if (said.length === 0) return true;
  return node.op === 'all' ? said.every(each) : said.some(each);
}

/** A group that says nothing, however deep it is. */
const isBlank = (node: FilterNode): boolean => isGroup(node) && node.filters.every(isBlank);

function meetsOne(held: unknown, { field: key, op, value }: Filter, model: Model): boolean {
  const field = model.fields.find((one) => one.key === key);
  if (!field) throw new Error(`No field ${key}`);
  const asked = (Array.isArray(value) ? value : [value]).map((one) => plain(field, one));
  const has = held === null ? null : plain(field, held);
  const list = Array.isArray(held) ? held : [];
  const [first, second] = asked as [never, never];
  switch (op) {
    case 'is_empty':
      return held === null;
    case 'is_not_empty':
      return held !== null;
    case 'contains':
      return has !== null && String(has).includes(String(first));
    case 'not_contains':
      return has === null || !String(has).includes(String(first));
    case 'equals':
      return has === first;
    case 'not_equals':
      return has !== first;
    case 'lt':
      return has !== null && (has as number) < first;
    case 'lte':
      return has !== null && (has as number) <= first;
    case 'gt':
      return has !== null && (has as number) > first;
    case 'gte':
      return has !== null && (has as number) >= first;
    case 'between':
      return has !== null && (has as number) >= first && (has as number) <= second;
    case 'one_of':
      return field.type === 'multi_select'
        ? asked.some((id) => list.includes(id))
        : asked.includes(has);
    case 'none_of':
      return field.type === 'multi_select'
        ? !asked.some((id) => list.includes(id))
        : !asked.includes(has);
    case 'all_of':
      return asked.every((id) => list.includes(id));
  }
}

/** A value as conditions compare it. */
function plain({ type }: Field, value: unknown): string | number | boolean | null {
  if (value === null || value === undefined || Array.isArray(value)) return null;
  if (type === 'number' || type === 'money') return Number(value);
  if (type === 'boolean') return value === true || value === 'true';
  if (type === 'datetime') return Date.parse(String(value));
  if (['date', 'select', 'multi_select', 'person'].includes(type)) return String(value);
  return String(value).normalize('NFC').toLowerCase();
}

function compareBy(
  { field: key, direction, by }: Sort,
  a: ModelRecord,
  b: ModelRecord,
  model: Model,
) {
  const field = model.fields.find((one) => one.key === key);
  if (!field) throw new Error(`No field ${key}`);
  const [one, two] = [a, b].map(({ data }) => sortKey(field, data[key] ?? null, by, model));
  if (one === two) return 0;
  if (one === null || one === undefined) return 1;
  if (two === null || two === undefined) return -1;
  return (one < two ? -1 : 1) * (direction === 'desc' ? -1 : 1);
}

/** Letters of a text that the order looks at. */
const lettersSorted = 200;

function sortKey(
  field: Field,
  held: unknown,
  by: Sort['by'],
  model: Model,
): number | string | null {
  if (held === null) return null;
  switch (field.type) {
    case 'select':
      return placeOf(field, held);
    case 'multi_select':
      // One letter a choice, so that a list comes after the shorter one it begins with.
      return (held as string[]).map((id) => String.fromCharCode(65 + placeOf(field, id))).join('');
    case 'person':
      return model.rankOf(personKey(String(held), model));
    case 'date':
      return by ? periodOf(String(held), by) : String(held);
    case 'boolean':
      return held ? 1 : 0;
    default: {
      const value = plain(field, held);
      return typeof value === 'string' ? model.rankOf(textKey(value)) : Number(value);
    }
  }
}

const placeOf = ({ options }: Field, held: unknown) =>
  options.choices?.findIndex(({ id }) => id === held) ?? -1;

/** What the order of a text field compares of it. */
export const textKey = (text: string) =>
  text.normalize('NFC').toLowerCase().slice(0, lettersSorted);

export const personKey = (id: string, { nameOf }: Pick<Model, 'nameOf'>) =>
  `${nameOf(id).toLowerCase()} ${id}`;

/** First day of the period that a day falls in. */
function periodOf(day: string, by: NonNullable<Sort['by']>): string {
  if (by === 'day') return day;
  if (by === 'month') return `${day.slice(0, 7)}-01`;
  if (by === 'year') return `${day.slice(0, 4)}-01-01`;
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
