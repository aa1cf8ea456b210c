import { type SQL, sql } from 'drizzle-orm';
import { wallTime } from '@/lib/wall-time';
import type { StoredField } from '../fields/shapes';
import { documentText, storedValue } from '../view/stored-columns';
import { addTime, named, onWall, partOf, timeBetween } from './compile-times';
import { double, integer } from './constants';
import {
  largestAmount,
  longestPut,
  longestSearched,
  longestText,
  settledDigits,
  tooLarge,
  tooSmall,
} from './limits';
import type { Call, Clock, Kind, Node, Operation } from './node';

/*
 * Nothing here raises an error whatever a record holds: numbers stay far from where the database refuses
 * to reckon, casts are of what was bounded before, and texts are cut. What a formula says itself is a
 * parameter, never SQL.
 */

/**
 * A formula as an expression over the columns of a record: `double precision`, `text`, `boolean`, `date`
 * or `timestamptz`. It comes to what `evaluate` says.
 */
export function compile(node: Node, clock: Clock): SQL {
  if (node.op === 'literal') return literal(node.kind, node.value);
  if (node.op === 'field') return fieldValue(node);
  return operations[node.op](
    node.args.map((one) => compile(one, clock)),
    node,
    clock,
  );
}

const types: Record<Kind, SQL> = {
  number: sql`double precision`,
  text: sql`text`,
  yes_no: sql`boolean`,
  date: sql`date`,
  moment: sql`timestamptz`,
};

const literal = (kind: Kind, value: string | number | boolean | null): SQL =>
  sql`${value ?? (kind === 'text' ? '' : kind === 'yes_no' ? false : null)}::${types[kind]}`;

function fieldValue({ field, kind }: Extract<Node, { op: 'field' }>): SQL {
  // What a formula reads here came from the stored design.
  const stored = field as unknown as StoredField;
  const text = documentText(stored);
  if (field.type === 'select') {
    const names = (field.options.choices ?? []).map(({ id, name }) => [id, name]);
    return sql`coalesce(${JSON.stringify(Object.fromEntries(names))}::jsonb ->> (${text}), '')`;
  }
  if (kind === 'text') return sql`coalesce(${text}, '')`;
  const held = storedValue(stored);
  if (kind === 'yes_no') return sql`coalesce(${held} = 1, false)`;
  if (kind === 'date') return sql`(${held} at time zone 'UTC')::date`;
  if (kind === 'moment') return held;
  // Amounts are whole minor units.
  if (field.type === 'money') {
    return sql`(${held})::double precision / ${10 ** (field.options.decimals ?? 0)}::double precision`;
  }
  return sql`case when abs(${held}) < ${double(tooSmall)} then 0 else ${held} end`;
}

type Compiled = (args: SQL[], node: Call, clock: Clock) => SQL;

const simple =
  (write: (one: SQL, other: SQL, third: SQL) => SQL): Compiled =>
  ([one = sql`null`, other = sql`null`, third = sql`null`]) =>
    write(one, other, third);

const bounded =
  (sign: SQL): Compiled =>
  ([one, other]) =>
    within(sql`(${one}) ${sign} (${other})`);

/** Null from a bound on, with the number written once. */
const within = (number: SQL, bound = tooLarge): SQL =>
  sql`nullif(nullif(least(greatest(${number}, ${double(-bound)}), ${double(bound)}), ${double(bound)}), ${double(-bound)})`;

const exact = (number: SQL): SQL => sql`(${number})::numeric`;
const rounded = (number: SQL, digits: number): SQL =>
  sql`round(${exact(number)}, ${integer(digits)})::double precision`;

const joined = (args: SQL[], between: SQL) => sql`(${sql.join(args, between)})`;
const cut = (text: SQL, most: number) => sql`left(${text}, ${integer(most)})`;
const count = (number: SQL, least: number) =>
  sql`greatest(${double(least)}, least(${double(longestText)}, trunc(coalesce(${number}, 0))))::int`;

const operations: Record<Operation, Compiled> = {
  add: bounded(sql`+`),
  subtract: bounded(sql`-`),
  multiply: bounded(sql`*`),
  divide: simple((one, other) => within(sql`(${one}) / nullif(${other}, 0)`)),
  negate: simple((one) => sql`- (${one})`),
  or_zero: simple((one) => sql`coalesce(${one}, 0)`),
  settle: simple((one) => rounded(one, settledDigits)),
  round: ([one = sql`null`], { digits = 0 }) => rounded(one, digits),
  amount: ([one = sql`null`], { digits = 0 }) =>
    within(rounded(one, digits), largestAmount / 10 ** digits),
  floor: simple((one) => sql`floor(${one})`),
  ceiling: simple((one) => sql`ceil(${one})`),
  absolute: simple((one) => sql`abs(${one})`),
  modulo: simple((one, other) =>
    named(
      exact(one),
      sql`nullif(${exact(other)}, 0)`,
      sql`mod(mod(v.v_one, v.v_two) + v.v_two, v.v_two)::double precision`,
    ),
  ),
  smallest: (args) => sql`least(${sql.join(args, sql`, `)})`,
  largest: (args) => sql`greatest(${sql.join(args, sql`, `)})`,
  join: (args) => cut(joined(args, sql` || `), longestText),
  upper: simple((text) => sql`upper(${text})`),
  lower: simple((text) => sql`lower(${text})`),
  trim: simple((text) => sql`btrim(${text}, E' \\t\\n\\r')`),
  length: simple((text) => sql`char_length(${text})::double precision`),
  left: simple((text, letters) => sql`left(${text}, ${count(letters, 0)})`),
  right: simple((text, letters) => sql`right(${text}, ${count(letters, 0)})`),
  middle: simple(
    (text, from, letters) => sql`substr(${text}, ${count(from, 1)}, ${count(letters, 0)})`,
  ),
  substitute: simple((text, old, put) =>
    cut(sql`replace(${cut(text, longestSearched)}, ${old}, ${cut(put, longestPut)})`, longestText),
  ),
  contains: simple((text, part) => sql`(strpos(lower(${text}), lower(${part})) > 0)`),
  find: simple((part, text) => sql`strpos(${text}, ${part})::double precision`),
  text_of_number: simple(
    (one) => sql`coalesce(trim_scale(round(${exact(one)}, ${integer(settledDigits)}))::text, '')`,
  ),
  text_of_date: simple((day) => sql`coalesce(to_char(${day}, 'YYYY-MM-DD'), '')`),
  text_of_moment: ([moment = sql`null`], _, { timeZone }) =>
    sql`coalesce(to_char(${onWall(moment, timeZone)}, 'YYYY-MM-DD HH24:MI'), '')`,
  text_of_yes_no: simple((yes) => sql`case when ${yes} then 'yes' else 'no' end`),
  number_of_yes_no: simple((yes) => sql`(${yes})::int::double precision`),
  not_zero: simple((one) => sql`coalesce((${one}) <> 0, false)`),
  not_blank: simple((one) => sql`((${one}) is not null)`),
  not_empty: simple((text) => sql`((${text}) <> '')`),
  and: (args) => joined(args, sql` and `),
  or: (args) => joined(args, sql` or `),
  not: simple((yes) => sql`(not ${yes})`),
  same: simple((one, other) => sql`((${one}) is not distinct from (${other}))`),
  less: simple((one, other) => sql`coalesce((${one}) < (${other}), false)`),
  at_most: simple((one, other) => sql`coalesce((${one}) <= (${other}), false)`),
  choose: simple((when, yes, no) => sql`case when ${when} then ${yes} else ${no} end`),
  switch: ([subject, ...rest]) => sql`case ${subject} ${whens(rest)} end`,
  today: (_, _node, { now, timeZone }) => sql`${wallTime(now, timeZone).slice(0, 10)}::date`,
  now: (_, _node, { now }) => sql`date_trunc('second', ${now.toISOString()}::timestamptz)`,
  day_of: ([moment = sql`null`], _, { timeZone }) => sql`${onWall(moment, timeZone)}::date`,
  add_time: ([time = sql`null`, much = sql`null`], { kind, unit = 'days' }) =>
    addTime(time, much, { kind, unit }),
  time_between: ([later = sql`null`, earlier = sql`null`], { args, unit = 'days' }) =>
    timeBetween(later, earlier, { kind: args[0]?.kind ?? 'date', unit }),
  ...{ year: simple(partOf.year), month: simple(partOf.month) },
  ...{ day: simple(partOf.day), weekday: simple(partOf.weekday) },
};

function whens(rest: SQL[]): SQL {
  const pairs = rest.slice(0, -1);
  const cases = pairs.flatMap((one, at) =>
    at % 2 === 0 ? [sql`when ${one} then ${pairs[at + 1]}`] : [],
  );
  return sql`${sql.join(cases, sql` `)} else ${rest.at(-1)}`;
}
