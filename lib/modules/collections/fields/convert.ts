import {
  accept,
  acceptWithout,
  type Parsed,
  refuse,
  sameValue,
  type Value,
} from '@/lib/fields/value';
import { parseValue } from '../values/parse';
import type { Data } from '../values/row';
import { showValue, valueIn } from '../values/show';
import type { Known } from '../values/value';
import type { StoredField } from './shapes';
import { ruleOf } from './types';
import type { Side } from './types/field-type';

/** What a stored value becomes when its field changes type or loses options. */
export function convertValue(
  from: Side,
  to: Side,
  { value, known }: { value: Value; known: Known },
): Parsed {
  if (value === null) return accept(null);
  const direct = ruleOf(from.type).convert?.(value, from, to, known);
  if (direct) return direct;
  if (from.type === to.type) return accept(value);
  const shown = showValue(from, value, known);
  if (!shown) return refuse('has no name any more');
  const entering = ruleOf(to.type).entering?.(shown);
  const parsed = parseValue(to, entering?.text ?? shown, known);
  return parsed.ok && entering ? acceptWithout(parsed.value, entering.dropped) : parsed;
}

/** A document with one field's value converted; the same object when nothing changed. */
export function convertData(
  data: Data,
  change: { from: StoredField; to: StoredField; known: Known },
): Data {
  const { from, to, known } = change;
  const value = valueIn(data, from.key);
  const parsed = convertValue(from, to, { value, known });
  const next = parsed.ok ? parsed.value : null;
  return sameValue(next, value) ? data : { ...data, [to.key]: next };
}

/** True when records must be rewritten: another type, or options that values depend on. */
export const needsConversion = (from: Side, to: Side) =>
  from.type !== to.type || Boolean(ruleOf(to.type).rewrites?.(from.options, to.options));
