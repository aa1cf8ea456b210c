import fc from 'fast-check';
import { type Parsed, sameValue, type Value } from '@/lib/fields/value';
import { convertValue } from '@/lib/modules/collections/fields/convert';
import { choicesOf } from '@/lib/modules/collections/fields/preview';
import { ruleOf } from '@/lib/modules/collections/fields/types';
import type { Side } from '@/lib/modules/collections/fields/types/field-type';
import { parseValue } from '@/lib/modules/collections/values/parse';
import { showValue } from '@/lib/modules/collections/values/show';
import type { ProofContext } from '../testing/proof';
import {
  knownPeople as known,
  optionsOf,
  type PlainType,
  plainTypes,
  valuesOf,
} from '../testing/random-values';

export const name = 'conversions';

const runs = { small: 50, full: 2_000 };
const seed = 20_261_122;

/** Random values of each type, changed to each other type: nothing is lost without being said. */
export async function run({ size, claim }: ProofContext): Promise<void> {
  const pairs = plainTypes.flatMap((from) => plainTypes.map((to) => [from, to] as const));
  const wrong = { legal: new Set<string>(), silent: new Set<string>(), text: new Set<string>() };
  let kept = 0;
  for (const [from, to] of pairs) {
    const tell = (fault: keyof typeof wrong, value: unknown) => {
      wrong[fault].add(`${from} to ${to}: ${JSON.stringify(value)}`);
      return false;
    };
    const property = fc.property(valuesOf(from), (value) => {
      const change = changed(from, to, value);
      if (!isKept(change.parsed)) return true;
      kept += 1;
      return check(change, tell);
    });
    fc.check(property, { numRuns: runs[size], seed });
  }
  const figure = (faults: Set<string>) =>
    faults.size > 0 ? [...faults].slice(0, 3).join('; ') : `${kept} values in ${pairs.length} ways`;
  claim({
    name: 'a converted value is one the new type takes as it is',
    figure: figure(wrong.legal),
    bound: 'all',
    ok: wrong.legal.size === 0 && kept > pairs.length,
  });
  claim({
    name: 'what comes back and goes again is the same, or was said to be lost',
    figure: figure(wrong.silent),
    bound: 'all',
    ok: wrong.silent.size === 0,
  });
  claim({
    name: 'what becomes text can become itself again',
    figure: figure(wrong.text),
    bound: 'all',
    ok: wrong.text.size === 0,
  });
}

type Kept = Extract<Parsed, { ok: true }>;
const isKept = (parsed: Parsed): parsed is Kept => parsed.ok && parsed.value !== null;

interface Change {
  from: Side;
  to: Side;
  value: NonNullable<Value>;
  parsed: Parsed;
}

function changed(fromType: PlainType, toType: PlainType, value: NonNullable<Value>): Change {
  const from = { type: fromType, options: optionsOf(fromType) };
  const to = { type: toType, options: optionsAfter(from, toType, value) };
  return { from, to, value, parsed: convertValue(from, to, { value, known }) };
}

/** A field that becomes one of choices gets them from what it holds. */
function optionsAfter(from: Side, toType: PlainType, value: NonNullable<Value>): Side['options'] {
  const split = ruleOf(toType).choicesIn;
  if (!split || ruleOf(from.type).choicesIn) return optionsOf(toType);
  return { choices: choicesOf([...new Set(split(showValue(from, value, known).trim()))]) };
}

function check(
  { from, to, value, parsed }: Change,
  tell: (fault: 'legal' | 'silent' | 'text', value: unknown) => boolean,
): boolean {
  if (!isKept(parsed)) return true;
  const again = parseValue(to, parsed.value, known);
  if (!again.ok || !sameValue(again.value, parsed.value)) return tell('legal', value);
  if (parsed.dropped !== undefined) return true;
  const back = convertValue(to, from, { value: parsed.value, known });
  if (to.type === 'text' && (!isKept(back) || !sameValue(back.value, value))) {
    return tell('text', value);
  }
  if (!isKept(back)) return true;
  const forth = convertValue(from, to, { value: back.value, known });
  return (isKept(forth) && sameValue(forth.value, parsed.value)) || tell('silent', value);
}
