import { and, isNull, not, or, type SQL, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { invalid } from '@/lib/errors';
import { foldText, slotTextLength } from '@/lib/fields/fold';
import type { Value } from '@/lib/fields/value';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { viewingOf } from '../fields/types/viewing';
import { slotValue } from '../values/slots';
import { type Known, nothingKnown } from '../values/value';
import { comparable, emptiness, operand, valueText } from './columns';
import { holds } from './lists';
import { type Filter, type FilterGroup, type FilterNode, isGroup, type View } from './state';

/** The condition of a view's filters. Throws `invalid` naming the filter that is wrong. */
export const filterConditions = (
  { filters = [], match = 'all' }: View,
  fields: readonly StoredField[],
): SQL | undefined => groupCondition({ op: match, filters }, 'filters', fields);

/** The field that a view names by its key. Throws `invalid`. */
export function fieldNamed(fields: readonly StoredField[], key: string, path: string): StoredField {
  const field = fields.find((one) => one.key === key);
  if (!field) throw invalid(path, `There is no field ${key}.`);
  return field;
}

function groupCondition(
  { op, filters }: FilterGroup,
  path: string,
  fields: readonly StoredField[],
): SQL | undefined {
  const conditions = filters.map((node: FilterNode, index) => {
    const at = `${path}.${index}`;
    return isGroup(node)
      ? groupCondition(node, `${at}.filters`, fields)
      : filterCondition(node, at, fields);
  });
  return op === 'all' ? and(...conditions) : or(...conditions);
}

/** One condition, named by where it stands. Throws `invalid`. */
export function filterCondition(filter: Filter, at: string, fields: readonly StoredField[]): SQL {
  const field = fieldNamed(fields, filter.field, `${at}.field`);
  if (!viewingOf(field.type).operators.includes(filter.op)) {
    throw invalid(`${at}.op`, `${field.name} cannot be filtered by ${filter.op}.`);
  }
  if (filter.op === 'is_empty') return sql`${emptiness(field)} is null`;
  if (filter.op === 'is_not_empty') return sql`${emptiness(field)} is not null`;
  if (filter.op === 'contains') return contains(field, textOf(filter, at));
  if (filter.op === 'not_contains') {
    return sql`(${emptiness(field)} is null or not (${contains(field, textOf(filter, at))}))`;
  }
  return compare(field, filter, { at, read: (raw) => readValue(field, raw, at) });
}

function textOf({ value }: Filter, at: string): string {
  if (value === undefined || Array.isArray(value) || value === '') {
    throw invalid(`${at}.value`, 'Give the text to look for.');
  }
  return foldText(String(value));
}

const pattern = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

// A slot holds the first characters only, so a long text is looked through in the document as well.
function contains(field: StoredField, text: string): SQL {
  if (ruleOf(field.type).names === 'files') return hasFileNamed(field, text);
  const whole = sql`lower(${valueText(field)}) like ${pattern(text)}`;
  if (!field.slot) return whole;
  const slot = comparable(field);
  return sql`(${slot} like ${pattern(text)} or (length(${slot}) >= ${slotTextLength} and ${whole}))`;
}

// An entry is the file's id, a slash and its name.
const hasFileNamed = ({ key }: StoredField, text: string): SQL =>
  sql`exists (select from jsonb_array_elements_text(case jsonb_typeof(${records.data} -> ${key})
    when 'array' then ${records.data} -> ${key} else '[]'::jsonb end) as e(ref)
    where lower(substr(e.ref, 38)) like ${pattern(text)})`;

interface Reading {
  at: string;
  read(raw: unknown): Value;
}

const symbols = { lt: sql`<`, lte: sql`<=`, gt: sql`>`, gte: sql`>=` } as const;

function compare(field: StoredField, { op, value }: Filter, { at, read }: Reading): SQL {
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  if (op === 'one_of' || op === 'all_of' || op === 'none_of') {
    if (list.length === 0) throw invalid(`${at}.value`, 'Give at least one value.');
    const values = list.map(read);
    if (ruleOf(field.type).lists) return holds(field, op, values);
    const any = or(...values.map((one) => equals(field, one))) as SQL;
    return op === 'none_of' ? (or(isNull(emptiness(field)), not(any)) as SQL) : any;
  }
  if (op === 'between') {
    const [low, high, ...more] = list;
    if (high === undefined || more.length > 0) throw invalid(`${at}.value`, 'Give two values.');
    const column = comparable(field);
    const bound = (raw: unknown) => operand(field, slotValue(field, read(raw)));
    return sql`(${column} >= ${bound(low)} and ${column} <= ${bound(high)})`;
  }
  const [raw, ...more] = list;
  if (raw === undefined || more.length > 0) throw invalid(`${at}.value`, 'Give one value.');
  if (op === 'equals') return equals(field, read(raw));
  if (op === 'not_equals') {
    return or(isNull(emptiness(field)), not(equals(field, read(raw)))) as SQL;
  }
  const symbol = symbols[op as keyof typeof symbols];
  return sql`${comparable(field)} ${symbol} ${operand(field, slotValue(field, read(raw)))}`;
}

function equals(field: StoredField, value: Value): SQL {
  if (!field.slot && ruleOf(field.type).slot?.document === 'exact') {
    return sql`${valueText(field)} = ${value}`;
  }
  const held = slotValue(field, value);
  const same = sql`${comparable(field)} = ${operand(field, held)}`;
  if (typeof held !== 'string' || held.length < slotTextLength) return same;
  return sql`(${same} and lower(${valueText(field)}) = ${foldText(String(value))})`;
}

function readValue(field: StoredField, raw: unknown, at: string): Value {
  const { operand, parse } = ruleOf(field.type);
  // Rules restrict what is stored, not what can be asked for.
  const parsed = (operand ?? parse)(raw, field, asking);
  if (!parsed.ok) throw invalid(`${at}.value`, `${field.name} ${parsed.message}.`);
  if (parsed.value === null) throw invalid(`${at}.value`, 'Give a value, or ask for empty.');
  return parsed.value;
}

// What is compared with is named by id; nobody is looked up for it.
const asking: Known = nothingKnown;
