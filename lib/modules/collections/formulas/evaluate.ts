import type { Value } from '@/lib/fields/value';
import { wallTime } from '@/lib/wall-time';
import { modulo, roundTo, settle, textOf } from './decimals';
import { between, cut, eachLetter, lengthOf, substituted } from './letters';
import {
  largestAmount,
  longestPut,
  longestSearched,
  longestText,
  mostLetters,
  tooLarge,
  tooSmall,
} from './limits';
import type { Call, Clock, Input, Node, Operation } from './node';
import { addTime, clockOf, dayOf, partsOf, timeBetween } from './times';

type Held = string | number | boolean | null;
type Data = Readonly<Record<string, unknown>>;

/** Why a formula comes to nothing, in words; said only where it does. */
const failures = {
  zero: 'It divides by 0.',
  large: 'The number is too large.',
  letters: 'It takes too long to work out.',
  zoned: 'The moment is before 1900 or after 2199, so its day is not known.',
  time: 'The date is before year 1 or after year 9999.',
} as const;

export interface Outcome {
  /** As a document would hold it. */
  value: Value;
  /** Why there is none, where it could not be worked out. */
  problem?: string;
}

/** What a formula comes to for one document. The database works out the same: `compile.ts`. */
export const evaluate = (node: Node, data: Data, clock: Clock): Outcome =>
  evaluatorOf(data, clock)(node);

/** How many letters may be gone through still, by all that shares it. */
export interface Work {
  letters: number;
}

/** Works several formulas out for one document: what they have in common, once. */
export function evaluatorOf(data: Data, clock: Clock, work: Work = { letters: mostLetters }) {
  const own: Work = { letters: mostLetters };
  const run: Run = { data, clock, works: [own, work], known: new Map() };
  return (node: Node): Outcome => {
    const { held, problem } = settledHeld(node, run);
    const value = held === '' ? null : held;
    return value === null && problem !== undefined ? { value, problem } : { value };
  };
}

interface Reckoned {
  held: Held;
  problem: string | undefined;
}

interface Run {
  data: Data;
  clock: Clock;
  works: readonly Work[];
  known: Map<Node, Reckoned>;
  problem?: string | undefined;
}

class WorkedTooLong extends Error {}

function settledHeld(node: Node, run: Run): Reckoned {
  run.problem = undefined;
  try {
    return { held: reckoned(node, run), problem: run.problem };
  } catch (error) {
    if (error instanceof WorkedTooLong) return { held: null, problem: failures.letters };
    throw error;
  }
}

function reckoned(node: Node, run: Run): Held {
  if (node.op === 'literal') return node.value ?? empty(node.kind);
  if (node.op === 'field') return fieldValue(node.field, node.kind, run.data);
  const known = run.known.get(node);
  if (known) {
    run.problem = known.problem ?? run.problem;
    return known.held;
  }
  const before = run.problem;
  run.problem = undefined;
  const held = carriedOut(node, run);
  run.known.set(node, { held, problem: run.problem });
  run.problem ??= before;
  return held;
}

function carriedOut(node: Call, run: Run): Held {
  if (node.op === 'choose') {
    const [condition, yes, no] = node.args as [Node, Node, Node];
    return reckoned(reckoned(condition, run) ? yes : no, run);
  }
  if (node.op === 'switch') return switched(node.args, run);
  const held = node.args.map((one) => reckoned(one, run));
  for (const one of held) if (typeof one === 'string') spend(one.length, run);
  return operations[node.op](held as never, node, run);
}

function spend(letters: number, { works }: Run) {
  for (const work of works) {
    if (work.letters < letters) throw new WorkedTooLong();
    work.letters -= letters;
  }
}

/** Without a value, a text is empty and a yes or no is no. */
const empty = (kind: Node['kind']): Held =>
  kind === 'text' ? '' : kind === 'yes_no' ? false : null;

function switched([subject, ...rest]: Node[], run: Run): Held {
  const asked = reckoned(subject as Node, run);
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const wanted = reckoned(rest[at] as Node, run);
    if (asked !== null && asked === wanted) return reckoned(rest[at + 1] as Node, run);
  }
  return reckoned(rest.at(-1) as Node, run);
}

function fieldValue(field: Input, kind: Node['kind'], data: Data): Held {
  const value = Object.hasOwn(data, field.key) ? (data[field.key] ?? null) : null;
  if (value === null) return empty(kind);
  if (field.type === 'select') {
    return field.options.choices?.find(({ id }) => id === value)?.name ?? '';
  }
  if (kind === 'number') {
    const number = Number(value);
    return Math.abs(number) < tooSmall ? 0 : number;
  }
  return kind === 'yes_no' ? value === true : String(value);
}

type Doing = (held: never, node: Call, run: Run) => Held;

const ofNumber =
  (reckon: (one: number) => number) =>
  ([one]: [number | null]): Held =>
    one === null ? null : reckon(one);

const ofNumbers =
  (reckon: (one: number, other: number) => number) =>
  ([one, other]: [number | null, number | null], _: Call, run: Run): Held =>
    one === null || other === null ? null : bounded(reckon(one, other), run);

const ofDay =
  (part: (day: string) => number) =>
  ([day]: [string | null]): Held =>
    day === null ? null : part(day);

const among =
  (choose: (...numbers: number[]) => number) =>
  (held: (number | null)[]): Held => {
    const numbers = held.filter((one) => one !== null);
    return numbers.length === 0 ? null : choose(...numbers);
  };

const divided = (held: [number | null, number | null], node: Call, run: Run): Held => {
  if (held[1] !== 0) return ofNumbers((one, other) => one / other)(held, node, run);
  if (held[0] !== null) run.problem = failures.zero;
  return null;
};

const operations: Record<Exclude<Operation, 'choose' | 'switch'>, Doing> = {
  add: ofNumbers((one, other) => one + other),
  subtract: ofNumbers((one, other) => one - other),
  multiply: ofNumbers((one, other) => one * other),
  divide: divided,
  negate: ofNumber((one) => -one),
  or_zero: ([one]: [number | null]) => one ?? 0,
  settle: ofNumber(settle),
  round: ([one]: [number | null], { digits = 0 }) => (one === null ? null : roundTo(one, digits)),
  amount: ([one]: [number | null], { digits = 0 }, run) =>
    one === null ? null : bounded(roundTo(one, digits), run, largestAmount / 10 ** digits),
  floor: ofNumber(Math.floor),
  ceiling: ofNumber(Math.ceil),
  absolute: ofNumber(Math.abs),
  modulo: ([one, by]: [number | null, number | null], _node, run) => {
    if (by === 0 && one !== null) run.problem = failures.zero;
    return one === null || !by ? null : modulo(one, by);
  },
  smallest: among(Math.min),
  largest: among(Math.max),
  join: (texts: string[]) => cut(texts.join(''), longestText),
  upper: ([text]: [string]) => eachLetter(text, (letter) => letter.toUpperCase()),
  lower: ([text]: [string]) => eachLetter(text, (letter) => letter.toLowerCase()),
  trim: ([text]: [string]) => text.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, ''),
  length: ([text]: [string]) => lengthOf(text),
  left: ([text, count]: [string, number | null]) => cut(text, countOf(count, 0)),
  right: ([text, count]: [string, number | null]) => {
    const letters = lengthOf(text);
    return between(text, letters - countOf(count, 0), letters);
  },
  middle: ([text, from, count]: [string, number | null, number | null]) =>
    between(text, countOf(from, 1) - 1, countOf(count, 0)),
  substitute: ([text, old, put]: [string, string, string]) => {
    const searched = cut(text, longestSearched);
    return old === ''
      ? searched
      : substituted(searched, { old, put: cut(put, longestPut), most: longestText });
  },
  contains: ([text, part]: [string, string]) => folded(text).includes(folded(part)),
  find: ([part, text]: [string, string]) => {
    const at = text.indexOf(part);
    return at < 0 ? 0 : lengthOf(text.slice(0, at)) + 1;
  },
  text_of_number: ([one]: [number | null]) => (one === null ? '' : textOf(one)),
  text_of_date: ([day]: [string | null]) => day ?? '',
  text_of_moment: ([moment]: [string | null], _node, run) => zoned(moment, clockOf, run) ?? '',
  text_of_yes_no: ([yes]: [boolean]) => (yes ? 'yes' : 'no'),
  number_of_yes_no: ([yes]: [boolean]) => (yes ? 1 : 0),
  not_zero: ([one]: [number | null]) => one !== null && one !== 0,
  not_blank: ([one]: [Held]) => one !== null,
  not_empty: ([text]: [string]) => text !== '',
  and: (all: boolean[]) => all.every(Boolean),
  or: (all: boolean[]) => all.some(Boolean),
  not: ([yes]: [boolean]) => !yes,
  same: ([one, other]: [Held, Held]) => one === other,
  less: ([one, other]: [Held, Held]) => one !== null && other !== null && one < other,
  at_most: ([one, other]: [Held, Held]) => one !== null && other !== null && one <= other,
  today: (_held, _node, { clock }) => wallTime(clock.now, clock.timeZone).slice(0, 10),
  now: (_held, _node, { clock }) => `${clock.now.toISOString().slice(0, 19)}Z`,
  day_of: ([moment]: [string | null], _node, run) => zoned(moment, dayOf, run),
  add_time: ([time, count]: [string | null, number | null], { unit = 'days' }, run) => {
    if (time === null || count === null) return null;
    const moved = addTime(time, count, unit);
    if (moved === null) run.problem = failures.time;
    return moved;
  },
  time_between: ([later, earlier]: [string | null, string | null], { unit = 'days' }) =>
    later === null || earlier === null ? null : timeBetween(later, earlier, unit),
  year: ofDay((day) => partsOf(day).year),
  month: ofDay((day) => partsOf(day).month),
  day: ofDay((day) => partsOf(day).day),
  weekday: ofDay((day) => new Date(`${day}T00:00:00Z`).getUTCDay()),
};

function bounded(result: number, run: Run, bound = tooLarge): number | null {
  if (Math.abs(result) < bound) return result;
  run.problem = failures.large;
  return null;
}

function zoned(moment: string | null, read: typeof dayOf, run: Run): string | null {
  if (moment === null) return null;
  const shown = read(moment, run.clock.timeZone);
  if (shown === null) run.problem = failures.zoned;
  return shown;
}

const countOf = (count: number | null, least: number) =>
  Math.max(least, Math.min(longestText, Math.trunc(count ?? 0)));

const folded = (text: string) => eachLetter(text, (letter) => letter.toLowerCase());
