import type { FieldType } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { reckon } from './arithmetic';
import { asTerm, asText, literal, type Part } from './coerce';
import { compare, functions } from './functions';
import { tooSmall } from './limits';
import { nearest } from './nearest';
import { call, type Input, type Kind, type Node, sizeOf } from './node';
import type { Expression, Operator } from './parse';
import { FormulaProblem, type Range } from './problem';

/** A field that a formula may name: what it is read by, or the formula that stands there. */
export type Named = { name: string } & ({ input: Input } | { tree: Node });

/** What the fields around a formula are called. */
export interface Names {
  find(name: string, at: Range): Named | undefined;
  all: readonly string[];
}

/** Parts of a formula together with those that it takes in, at most. */
const maxSize = 500;

/** Gives every part of a formula its kind. Throws `FormulaProblem` in words for who writes it. */
export function checkFormula(whole: Expression, names: Names): Node {
  const node = checked(whole, names);
  if (sizeOf(node) <= maxSize) return node;
  throw new FormulaProblem('This formula is too large, with those that it takes in.', whole.at);
}

function checked(expression: Expression, names: Names): Node {
  const { at } = expression;
  const part = (of: Expression): Part => ({ node: checked(of, names), at: of.at });
  switch (expression.type) {
    case 'number':
      return literal('number', numberAt(expression.value, at));
    case 'text':
      return literal('text', expression.value);
    case 'field':
      return fieldNamed(expression.name, at, names);
    case 'minus':
      return call('negate', 'number', [asTerm(part(expression.of))]);
    case 'binary':
      return binary(expression.operator, part(expression.left), part(expression.right));
    case 'call':
      return called(expression.name, expression.args.map(part), at);
  }
}

function numberAt(value: number, at: Range): number {
  if (value > 1e15) throw new FormulaProblem('This number is too large.', at);
  return value < tooSmall ? 0 : value;
}

function binary(operator: Operator, one: Part, other: Part): Node {
  switch (operator) {
    case '+':
      return reckon('add', one, other);
    case '-':
      return reckon('subtract', one, other);
    case '*':
      return reckon('multiply', one, other);
    case '/':
      return reckon('divide', one, other);
    case '&':
      return call('join', 'text', [one, other].map(asText));
    case '=':
      return compare('same', one, other);
    case '!=':
      return call('not', 'yes_no', [compare('same', one, other)]);
    case '<':
      return compare('less', one, other);
    case '<=':
      return compare('at_most', one, other);
    case '>':
      return compare('less', other, one);
    case '>=':
      return compare('at_most', other, one);
  }
}

const constants: Record<string, Node> = {
  TRUE: literal('yes_no', true),
  FALSE: literal('yes_no', false),
};

function called(name: string, parts: Part[], at: Range): Node {
  const upper = name.toUpperCase();
  const constant = Object.hasOwn(constants, upper) ? constants[upper] : undefined;
  if (constant && parts.length === 0) return constant;
  const rule = Object.hasOwn(functions, upper) ? functions[upper] : undefined;
  const nameAt = { from: at.from, to: at.from + name.length };
  if (!rule) {
    const near = nearest(upper, Object.keys(functions));
    throw near
      ? new FormulaProblem('There is no function {name}. Did you mean {near}?', nameAt, {
          name,
          near,
        })
      : new FormulaProblem('There is no function {name}.', nameAt, { name });
  }
  if (parts.length >= rule.least && parts.length <= rule.most) return rule.build(parts, at);
  throw new FormulaProblem('{name} is written {form}.', at, { name: upper, form: rule.form });
}

function fieldNamed(name: string, at: Range, names: Names): Node {
  const found = names.find(name, at);
  if (!found) {
    const near = nearest(name, names.all);
    throw near
      ? new FormulaProblem('There is no field “{name}”. Did you mean “{near}”?', at, { name, near })
      : new FormulaProblem('There is no field “{name}”.', at, { name });
  }
  if ('tree' in found) return found.tree;
  const kind = kinds[found.input.type];
  if (kind) return { op: 'field', kind, field: found.input };
  throw new FormulaProblem('A formula cannot read “{name}”: its type is {type}.', at, {
    name: found.name,
    type: ruleOf(found.input.type as FieldType).name,
  });
}

/** What the values of a type are in a formula; nothing for those that it cannot read. */
const kinds: Partial<Record<string, Kind>> = {
  text: 'text',
  long_text: 'text',
  email: 'text',
  url: 'text',
  select: 'text',
  number: 'number',
  money: 'number',
  date: 'date',
  datetime: 'moment',
  boolean: 'yes_no',
};
