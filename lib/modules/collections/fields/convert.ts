import { parseValue } from '../values/parse';
import type { Data } from '../values/row';
import { showValue, valueIn } from '../values/show';
import { accept, type Parsed, type PeopleIndex, refuse, type Value } from '../values/value';
import type { FieldType, StoredField } from './shapes';

type Side = Pick<StoredField, 'type' | 'options'>;

/** What a stored value becomes when its field changes type or loses options. */
export function convertValue(
  from: Side,
  to: Side,
  subject: { value: Value; people: PeopleIndex },
): Parsed {
  const { value, people } = subject;
  if (value === null) return accept(null);
  if (from.type === 'select' && to.type === 'select') return keepChoice(from, to, String(value));
  if (from.type === to.type) return accept(value);
  if (from.type === 'boolean' && to.type === 'number') return accept(value ? 1 : 0);
  const shown = showValue(from, value, people);
  if (!shown) return refuse('has no name any more');
  const oneLine = to.type === 'text' ? shown.replace(/\s*[\r\n]+\s*/g, ' ') : shown;
  return parseValue(to, oneLine, people);
}

function keepChoice(from: Side, to: Side, id: string): Parsed {
  const choices = to.options.choices ?? [];
  if (choices.some((choice) => choice.id === id)) return accept(id);
  const name = from.options.choices?.find((choice) => choice.id === id)?.name.toLowerCase();
  const namesake = choices.find((choice) => choice.name.toLowerCase() === name);
  return namesake ? accept(namesake.id) : refuse('is an option that is being removed');
}

/** A document with one field's value converted; the same object when nothing changed. */
export function convertData(
  data: Data,
  change: { from: StoredField; to: StoredField; people: PeopleIndex },
): Data {
  const { from, to, people } = change;
  const value = valueIn(data, from.key);
  const parsed = convertValue(from, to, { value, people });
  const next = parsed.ok ? parsed.value : null;
  return next === value ? data : { ...data, [to.key]: next };
}

/** True when records must be rewritten: another type, or other choices. */
export const needsConversion = (from: Side, to: Side) =>
  from.type !== to.type ||
  (to.type === 'select' &&
    JSON.stringify(from.options.choices) !== JSON.stringify(to.options.choices));

/** Types whose values are found by the search box. */
export const isSearched = (type: FieldType) => type !== 'boolean' && type !== 'person';
