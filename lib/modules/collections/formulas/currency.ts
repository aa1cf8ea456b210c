import { digitsOf } from '../values/money';
import { call, type Node } from './node';

/** A currency; `any` for a number that the formula says itself; null for a number without one. */
type Unit = string | 'any' | null;

/** The currency of what a formula comes to, where all that goes into it agrees; null for any other. */
export function currencyOf(node: Node): string | null {
  const unit = node.kind === 'number' ? unitOf(node) : null;
  return unit === 'any' ? null : unit;
}

/** A number as an amount: with the digits of its currency, and none that is beyond what an amount holds. */
export const asAmount = (node: Node, currency: string): Node =>
  call('amount', 'number', [node], { digits: digitsOf(currency) });

function unitOf(node: Node): Unit {
  if (node.op === 'literal') return 'any';
  if (node.op === 'field') {
    return node.field.type === 'money' ? (node.field.options.currency ?? null) : null;
  }
  const [first, second] = node.args as [Node, Node];
  switch (node.op) {
    case 'or_zero':
    case 'settle':
    case 'negate':
    case 'round':
    case 'floor':
    case 'ceiling':
    case 'absolute':
      return unitOf(first);
    case 'add':
    case 'subtract':
    case 'modulo':
    case 'smallest':
    case 'largest':
      return shared(node.args);
    case 'choose':
      return shared(node.args.slice(1));
    case 'switch':
      return shared(node.args.slice(1).filter((_, at, { length }) => at % 2 || at === length - 1));
    case 'multiply':
      return multiplied(unitOf(first), unitOf(second));
    case 'divide':
      return divided(unitOf(first), unitOf(second));
    default:
      return null;
  }
}

function shared(nodes: readonly Node[]): Unit {
  const units = new Set(nodes.map(unitOf));
  units.delete('any');
  const [only = 'any', other] = units;
  return other === undefined ? only : null;
}

const isCurrency = (unit: Unit) => unit !== null && unit !== 'any';

function multiplied(one: Unit, other: Unit): Unit {
  if (isCurrency(one)) return isCurrency(other) ? null : one;
  if (isCurrency(other)) return other;
  return one === 'any' && other === 'any' ? 'any' : null;
}

const divided = (one: Unit, by: Unit): Unit => (isCurrency(by) ? null : multiplied(one, by));
