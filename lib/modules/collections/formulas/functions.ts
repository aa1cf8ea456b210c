import {
  alike,
  asDay,
  asNumber,
  asText,
  asTime,
  asTimes,
  asTruth,
  blankNode,
  comparable,
  isBlankNode,
  literal,
  type Part,
  settled,
} from './coerce';
import { call, type Node, type Operation, type Unit, units } from './node';
import { FormulaProblem, type Range } from './problem';

/** One function of formulas, whole. */
export interface FunctionRule {
  /** How it is written, and what it does in a sentence. */
  form: string;
  help: string;
  example: string;
  least: number;
  most: number;
  /** Throws `FormulaProblem` for arguments of another kind. */
  build(parts: Part[], at: Range): Node;
}

const many = 50;

type Rest = Pick<FunctionRule, 'least' | 'most' | 'build'>;

const exactly = (count: number, build: FunctionRule['build']): Rest => ({
  least: count,
  most: count,
  build,
});

const ofNumber = (op: Operation): Rest =>
  exactly(1, ([one]) => call(op, 'number', [settled(asNumber(one as Part))]));
const ofText = (op: Operation): Rest =>
  exactly(1, ([one]) => call(op, 'text', [asText(one as Part)]));
const ofDay = (op: Operation): Rest =>
  exactly(1, ([one]) => call(op, 'number', [asDay(one as Part)]));
const ofNumbers = (op: Operation): Rest => ({
  least: 1,
  most: many,
  build: (parts) => call(op, 'number', parts.map(asNumber)),
});
const ofTruths = (op: Operation): Rest => ({
  least: 1,
  most: many,
  build: (parts) => call(op, 'yes_no', parts.map(asTruth)),
});
/** A text, and how many of its letters. */
const letters = (op: Operation): Rest =>
  exactly(2, ([text, count]) =>
    call(op, 'text', [asText(text as Part), settled(asNumber(count as Part))]),
  );

/** Every function, in the order that the list of them shows. */
export const functions: Record<string, FunctionRule> = {
  IF: {
    form: 'IF(condition, then, else)',
    help: 'One of two values, by a condition. Without the last, nothing.',
    example: 'IF({Done}, "yes", "no")',
    least: 2,
    most: 3,
    build: ([condition, ...values]) => {
      const [yes, no = { node: blankNode, at: yes?.at as Range }] = values as [Part, Part?];
      const { kind, nodes } = alike([yes, no]);
      return call('choose', kind, [asTruth(condition as Part), ...nodes]);
    },
  },
  SWITCH: {
    form: 'SWITCH(value, case, result, …, else)',
    help: 'The result beside the first case that is equal to the value.',
    example: 'SWITCH({Stage}, "won", 1, "open", 0.5, 0)',
    least: 3,
    most: many,
    build: buildSwitch,
  },
  AND: {
    form: 'AND(condition, …)',
    help: 'Yes when every condition holds.',
    example: 'AND({Paid}, {Sent})',
    ...ofTruths('and'),
  },
  OR: {
    form: 'OR(condition, …)',
    help: 'Yes when one of the conditions holds.',
    example: 'OR({Paid}, {Price} = 0)',
    ...ofTruths('or'),
  },
  NOT: {
    form: 'NOT(condition)',
    help: 'Yes when the condition does not hold.',
    example: 'NOT({Done})',
    ...exactly(1, ([one]) => call('not', 'yes_no', [asTruth(one as Part)])),
  },
  BLANK: {
    form: 'BLANK()',
    help: 'Nothing: an empty value.',
    example: 'IF({Price} > 0, {Price}, BLANK())',
    ...exactly(0, () => blankNode),
  },
  ISBLANK: {
    form: 'ISBLANK(value)',
    help: 'Yes when there is no value.',
    example: 'ISBLANK({Due})',
    ...exactly(1, ([one]) => call('not', 'yes_no', [isThere((one as Part).node)])),
  },
  ROUND: {
    form: 'ROUND(number, digits)',
    help: 'Rounds to so many digits behind the point, none when left out.',
    example: 'ROUND({Price} * 1.19, 2)',
    least: 1,
    most: 2,
    build: ([number, digits]) =>
      call('round', 'number', [asNumber(number as Part)], { digits: digitsOf(digits) }),
  },
  FLOOR: {
    form: 'FLOOR(number)',
    help: 'The whole number at or below.',
    example: 'FLOOR({Hours})',
    ...ofNumber('floor'),
  },
  CEILING: {
    form: 'CEILING(number)',
    help: 'The whole number at or above.',
    example: 'CEILING({Hours})',
    ...ofNumber('ceiling'),
  },
  ABS: {
    form: 'ABS(number)',
    help: 'The number without its sign.',
    example: 'ABS({Balance})',
    ...ofNumber('absolute'),
  },
  MOD: {
    form: 'MOD(number, divisor)',
    help: 'What is left of a division, with the sign of the divisor.',
    example: 'MOD({Count}, 12)',
    ...exactly(2, (parts) => call('modulo', 'number', parts.map(asNumber))),
  },
  MIN: {
    form: 'MIN(number, …)',
    help: 'The smallest of the numbers that are there.',
    example: 'MIN({Price}, {Offer})',
    ...ofNumbers('smallest'),
  },
  MAX: {
    form: 'MAX(number, …)',
    help: 'The largest of the numbers that are there.',
    example: 'MAX(0, {Price} - 10)',
    ...ofNumbers('largest'),
  },
  CONCATENATE: {
    form: 'CONCATENATE(value, …)',
    help: 'Everything as one text, as & does.',
    example: 'CONCATENATE({First name}, " ", {Last name})',
    least: 1,
    most: many,
    build: (parts) => call('join', 'text', parts.map(asText)),
  },
  UPPER: {
    form: 'UPPER(text)',
    help: 'In capital letters.',
    example: 'UPPER({Code})',
    ...ofText('upper'),
  },
  LOWER: {
    form: 'LOWER(text)',
    help: 'In small letters.',
    example: 'LOWER({Code})',
    ...ofText('lower'),
  },
  TRIM: {
    form: 'TRIM(text)',
    help: 'Without blanks at both ends.',
    example: 'TRIM({Name})',
    ...ofText('trim'),
  },
  LEN: {
    form: 'LEN(text)',
    help: 'How many letters it has.',
    example: 'LEN({Code})',
    ...exactly(1, ([one]) => call('length', 'number', [asText(one as Part)])),
  },
  LEFT: {
    form: 'LEFT(text, count)',
    help: 'The first letters.',
    example: 'LEFT({Code}, 2)',
    ...letters('left'),
  },
  RIGHT: {
    form: 'RIGHT(text, count)',
    help: 'The last letters.',
    example: 'RIGHT({Code}, 4)',
    ...letters('right'),
  },
  MID: {
    form: 'MID(text, from, count)',
    help: 'Letters from a place on; the first letter is 1.',
    example: 'MID({Code}, 3, 2)',
    ...exactly(3, ([text, ...numbers]) =>
      call('middle', 'text', [
        asText(text as Part),
        ...numbers.map((one) => settled(asNumber(one))),
      ]),
    ),
  },
  SUBSTITUTE: {
    form: 'SUBSTITUTE(text, old, new)',
    help: 'The text with every old part replaced by the new one.',
    example: 'SUBSTITUTE({Phone}, "-", "")',
    ...exactly(3, (parts) => call('substitute', 'text', parts.map(asText))),
  },
  CONTAINS: {
    form: 'CONTAINS(text, part)',
    help: 'Yes when the part is in the text, in capital or small letters.',
    example: 'CONTAINS({Notes}, "urgent")',
    ...exactly(2, (parts) => call('contains', 'yes_no', parts.map(asText))),
  },
  FIND: {
    form: 'FIND(part, text)',
    help: 'At which letter a part begins; 0 when it is not there.',
    example: 'FIND("@", {Mail})',
    ...exactly(2, (parts) => call('find', 'number', parts.map(asText))),
  },
  TODAY: {
    form: 'TODAY()',
    help: 'This day, where the workspace is.',
    example: '{Due} < TODAY()',
    ...exactly(0, () => call('today', 'date', [])),
  },
  NOW: {
    form: 'NOW()',
    help: 'This moment.',
    example: 'DATETIME_DIFF({Start}, NOW(), "hours")',
    ...exactly(0, () => call('now', 'moment', [])),
  },
  DATEADD: {
    form: 'DATEADD(date, count, unit)',
    help: 'A date so many days, weeks, months or years later.',
    example: 'DATEADD({Start}, 2, "weeks")',
    ...exactly(3, ([time, count, unit]) => {
      const moved = asTime(time as Part);
      return call('add_time', moved.kind, [moved, settled(asNumber(count as Part))], {
        unit: unitOf(unit as Part, moved.kind === 'date'),
      });
    }),
  },
  DATETIME_DIFF: {
    form: 'DATETIME_DIFF(later, earlier, unit)',
    help: 'How many whole days, weeks, months or years lie between two dates.',
    example: 'DATETIME_DIFF({Due}, TODAY(), "days")',
    ...exactly(3, buildDifference),
  },
  YEAR: {
    form: 'YEAR(date)',
    help: 'The year of a date.',
    example: 'YEAR({Due})',
    ...ofDay('year'),
  },
  MONTH: {
    form: 'MONTH(date)',
    help: 'The month of a date, from 1.',
    example: 'MONTH({Due})',
    ...ofDay('month'),
  },
  DAY: {
    form: 'DAY(date)',
    help: 'The day of the month.',
    example: 'DAY({Due})',
    ...ofDay('day'),
  },
  WEEKDAY: {
    form: 'WEEKDAY(date)',
    help: 'The day of the week: 0 is Sunday, 6 is Saturday.',
    example: 'WEEKDAY({Due})',
    ...ofDay('weekday'),
  },
};

function buildSwitch(parts: Part[]): Node {
  const [subject, ...rest] = parts as [Part, ...Part[]];
  const pairs = Math.floor(rest.length / 2);
  const cases = rest.slice(0, pairs * 2).filter((_, at) => at % 2 === 0);
  const results = rest.slice(0, pairs * 2).filter((_, at) => at % 2 === 1);
  const last = rest.length % 2 === 1 ? (rest.at(-1) as Part) : { node: blankNode, at: subject.at };
  const { kind, nodes } = alike([...results, last]);
  const asked = alike([subject, ...cases]);
  const [value, ...wanted] = asked.kind === 'number' ? asked.nodes.map(settled) : asked.nodes;
  const paired = wanted.flatMap((one, at) => [one, nodes[at] as Node]);
  return call('switch', kind, [value as Node, ...paired, nodes.at(-1) as Node]);
}

function buildDifference([later, earlier, unit]: Part[]): Node {
  const times = asTimes(later as Part, earlier as Part);
  const days = times[0].kind === 'date';
  const by = unitOf(unit as Part, days);
  if (days || (by !== 'months' && by !== 'years')) {
    return call('time_between', 'number', times, { unit: by });
  }
  const both = times.map((time) => call('day_of', 'date', [time]));
  return call('time_between', 'number', both, { unit: by });
}

/** The unit that a text names. A day has no hours. */
function unitOf({ node, at }: Part, ofDays: boolean): Unit {
  const said = node.op === 'literal' ? String(node.value).toLowerCase() : '';
  const unit = units.find((one) => one === said || one === `${said}s`);
  const known = ofDays ? units.slice(units.indexOf('days')) : units;
  if (unit && known.includes(unit)) return unit;
  throw new FormulaProblem('A unit is one of these: {units}.', at, {
    units: known.map((one) => `"${one}"`).join(', '),
  });
}

function digitsOf(part: Part | undefined): number {
  if (!part) return 0;
  const { node, at } = part;
  const digits = node.op === 'literal' ? node.value : undefined;
  if (typeof digits === 'number' && Number.isInteger(digits) && digits <= 10) return digits;
  throw new FormulaProblem('The digits are a whole number from 0 to 10, such as 2.', at);
}

function isThere(node: Node): Node {
  if (isBlankNode(node)) return literal('yes_no', false);
  if (node.kind === 'yes_no') return node;
  return call(node.kind === 'text' ? 'not_empty' : 'not_blank', 'yes_no', [node]);
}

/** Whether two values are the same, or one of them comes first. */
export function compare(op: 'same' | 'less' | 'at_most', one: Part, other: Part): Node {
  return call(op, 'yes_no', comparable(one, other, op !== 'same'));
}
