import fc from 'fast-check';
import type { Value } from '@/lib/fields/value';
import type { FieldType, StoredField } from '@/lib/modules/collections/fields/shapes';
import { parseValue } from '@/lib/modules/collections/values/parse';
import { type Known, nothingKnown } from '@/lib/modules/collections/values/value';

/** Types whose values stand in their own record. */
export const plainTypes = [
  'text',
  'long_text',
  'number',
  'money',
  'date',
  'datetime',
  'boolean',
  'select',
  'multi_select',
  'email',
  'url',
  'person',
] as const satisfies readonly FieldType[];
export type PlainType = (typeof plainTypes)[number];

const choiceNames = [
  'Open',
  'In review',
  'Done, at last',
  '접수',
  'yes',
  '12',
  '2026-03-14',
  'a"b',
];

const people = ['Ada Kim', 'Bo Larsen', 'Chae-won Park'].map((name, at) => ({
  id: `0190000${at}-0000-7000-8000-000000000000`,
  name,
}));

export const knownPeople: Known = {
  ...nothingKnown,
  timeZone: 'Asia/Seoul',
  people: {
    ids: new Map(people.map(({ id, name }) => [id, name])),
    names: new Map(people.map(({ id, name }) => [name.toLowerCase(), id])),
  },
};

export const optionsOf = (type: PlainType): StoredField['options'] => {
  if (type === 'money') return { currency: 'EUR', decimals: 2 };
  if (type !== 'select' && type !== 'multi_select') return {};
  const choices = choiceNames.map((name, at) => ({ id: `c${at}`, name, color: 'gray' as const }));
  return { choices };
};

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const moment = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((at) => new Date(Math.floor(at.getTime() / 60_000) * 60_000).toISOString());
const amount = fc.integer({ min: -99_999_999, max: 99_999_999 });
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const choice = fc.constantFrom(...choiceNames.map((_, at) => `c${at}`));

/** What looks like a value of another type is where reading it again goes wrong. */
const lookalikes = fc.oneof(
  day,
  amount.map(String),
  amount.map((cents) => (cents / 100).toFixed(2)),
  fc.constantFrom('yes', 'no', 'TRUE', '0', "'=1+1", '=SUM(A1)', '-5', '+1', '@home', '  x', '1e5'),
  fc.constantFrom(...choiceNames, ...people.map(({ name }) => name)),
  fc.webUrl(),
);

const raw: Record<PlainType, fc.Arbitrary<unknown>> = {
  text: fc.oneof(words, lookalikes),
  long_text: fc.oneof(fc.array(words, { minLength: 1, maxLength: 3 }).map(lines), lookalikes),
  number: fc.oneof(amount, fc.double({ noNaN: true, min: -1e12, max: 1e12 })),
  money: amount.map((cents) => (cents / 100).toFixed(2)),
  date: day,
  datetime: moment,
  boolean: fc.boolean(),
  select: choice,
  multi_select: fc.uniqueArray(choice, { minLength: 1, maxLength: 4 }),
  email: fc.emailAddress().map((address) => address.slice(0, 200)),
  url: fc.webUrl(),
  person: fc.constantFrom(...people.map(({ id }) => id)),
};

function lines(parts: readonly string[]): string {
  return parts.join('\n');
}

/** Values that a field of this type can hold, as they are stored. */
export const valuesOf = (
  type: PlainType,
  known: Known = knownPeople,
): fc.Arbitrary<NonNullable<Value>> =>
  raw[type]
    .map((given) => parseValue({ type, options: optionsOf(type) }, given, known))
    .filter((parsed) => parsed.ok && parsed.value !== null)
    .map((parsed) => (parsed.ok ? parsed.value : null) as NonNullable<Value>);
