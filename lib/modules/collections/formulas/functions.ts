import {
  alike,
  asNumber,
  asTruth,
  blankNode,
  comparable,
  isBlankNode,
  literal,
  type Part,
  settled,
} from './coerce';
import { call, type Node, type Operation } from './node';
import { FormulaProblem, type Range } from './problem';
import { exactly, type FunctionRule, many, type Rest } from './signature';
import { textFunctions } from './text-functions';
import { timeFunctions } from './time-functions';

const ofNumber = (op: Operation): Rest =>
  exactly(1, ([one]) => call(op, 'number', [settled(asNumber(one as Part))]));

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
    ...exactly(2, (parts) =>
      call(
        'modulo',
        'number',
        parts.map((one) => settled(asNumber(one))),
      ),
    ),
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
  ...textFunctions,
  ...timeFunctions,
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
