import { pick } from './random-views';

type Kind = 'number' | 'text' | 'truth' | 'time';
type Random = () => number;

/** Names of fields that a random formula may read, by what they hold. */
export type FormulaFields = Readonly<Record<Kind, readonly string[]>>;

/** A formula that comes to a value of a kind, some of it senseless; `deep` parts in each other at most. */
export function randomFormula(
  random: Random,
  { fields, deep, kind }: { fields: FormulaFields; deep: number; kind: Kind },
): string {
  const of = (inner: Kind) => randomFormula(random, { fields, deep: deep - 1, kind: inner });
  if (deep === 0 || random() < 0.15) return leaf(random, fields, kind);
  return pick(random, makers[kind])(of, random);
}

function leaf(random: Random, fields: FormulaFields, kind: Kind): string {
  const literals: Record<Kind, readonly string[]> = {
    number: ['0', '1', '2.5', '1e15', '0.000000000000001', '3', '7', '-2'],
    text: ['""', '"a"', "'B c'", '"%_\\\\"', '"열"', '"2026-01-31"', '" x "', '"😀z"'],
    truth: ['TRUE', 'FALSE', 'TRUE'],
    time: ['TODAY()', 'NOW()', '"0001-01-01"'],
  };
  if (random() < 0.08) return 'BLANK()';
  const known = fields[kind];
  if (kind === 'time')
    return random() < 0.8 ? `{${pick(random, known)}}` : pick(random, literals.time.slice(0, 2));
  return random() < 0.65 ? `{${pick(random, known)}}` : pick(random, literals[kind]);
}

type Maker = (of: (kind: Kind) => string, random: Random) => string;

const any = (of: (kind: Kind) => string, random: Random) =>
  of(pick(random, ['number', 'text', 'truth', 'time'] as const));
const infix =
  (kind: Kind, signs: readonly string[]): Maker =>
  (of, random) =>
    `(${of(kind)} ${pick(random, signs)} ${of(kind)})`;
const call =
  (name: string, ...kinds: Kind[]): Maker =>
  (of) =>
    `${name}(${kinds.map(of).join(', ')})`;
const either =
  (kind: Kind): Maker =>
  (of) =>
    `IF(${of('truth')}, ${of(kind)}, ${of(kind)})`;
const choosing =
  (kind: Kind): Maker =>
  (of) =>
    `SWITCH(${of('text')}, ${of('text')}, ${of(kind)}, ${of('text')}, ${of(kind)}, ${of(kind)})`;
const anyUnit = ['"seconds"', '"hours"', '"days"', '"weeks"', '"months"', '"years"'] as const;

const makers: Record<Kind, readonly Maker[]> = {
  number: [
    infix('number', ['+', '-', '*', '/']),
    infix('number', ['*', '/']),
    either('number'),
    choosing('number'),
    call('ABS', 'number'),
    call('FLOOR', 'number'),
    call('CEILING', 'number'),
    call('MOD', 'number', 'number'),
    call('MIN', 'number', 'number', 'number'),
    call('MAX', 'number', 'number'),
    call('LEN', 'text'),
    call('FIND', 'text', 'text'),
    call('YEAR', 'time'),
    call('MONTH', 'time'),
    call('DAY', 'time'),
    call('WEEKDAY', 'time'),
    (of) => `-${of('number')}`,
    (of) => `(${of('truth')} + ${of('number')})`,
    (of, random) => `ROUND(${of('number')}, ${pick(random, [0, 2, 5])})`,
    (of, random) =>
      `DATETIME_DIFF(${of('time')}, ${of('time')}, ${pick(random, anyUnit.slice(2))})`,
  ],
  text: [
    (of, random) => `(${any(of, random)} & ${any(of, random)})`,
    (of, random) => `CONCATENATE(${any(of, random)}, ${of('text')})`,
    either('text'),
    choosing('text'),
    call('TRIM', 'text'),
    call('LEFT', 'text', 'number'),
    call('RIGHT', 'text', 'number'),
    call('MID', 'text', 'number', 'number'),
    call('SUBSTITUTE', 'text', 'text', 'text'),
    call('LOWER', 'text'),
    call('UPPER', 'text'),
  ],
  truth: [
    infix('number', ['=', '!=', '<', '<=', '>', '>=']),
    infix('time', ['=', '!=', '<', '<=', '>', '>=']),
    infix('text', ['=', '!=']),
    call('AND', 'truth', 'truth'),
    call('OR', 'truth', 'truth'),
    call('NOT', 'truth'),
    call('CONTAINS', 'text', 'text'),
    (of, random) => `ISBLANK(${any(of, random)})`,
    (of, random) => `NOT(${any(of, random)})`,
    either('truth'),
  ],
  time: [
    (of, random) => `DATEADD(${of('time')}, ${of('number')}, ${pick(random, anyUnit.slice(2))})`,
    either('time'),
  ],
};
