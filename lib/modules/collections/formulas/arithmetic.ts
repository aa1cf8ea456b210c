import { asTerm, type Part, settled } from './coerce';
import { call, type Node } from './node';

/** Closer to nothing than ten to this, a product could not be told from nothing by the database. */
const leastExponent = -280;

/** A sum, difference, product or quotient whose parts cannot run out of what a number can hold. */
export function reckon(op: 'add' | 'subtract' | 'multiply' | 'divide', one: Part, other: Part) {
  const [left, right] = [asTerm(one), asTerm(other)];
  if (op === 'add' || op === 'subtract') return call(op, 'number', [left, right]);
  const reach = op === 'multiply' ? exponentOf(left) + exponentOf(right) : exponentOf(left) - 16;
  const fits = reach >= leastExponent && (op !== 'divide' || exponentOf(right) >= leastExponent);
  if (fits) return call(op, 'number', [left, right]);
  return call(op, 'number', [settled(left), settled(right)]);
}

const exponents = new WeakMap<Node, number>();

/** How small a value other than 0 can be at least, as an exponent of ten; reckoned once for each part. */
function exponentOf(node: Node): number {
  const known = exponents.get(node);
  if (known !== undefined) return known;
  const made = leastOf(node);
  exponents.set(node, made);
  return made;
}

function leastOf(node: Node): number {
  if (!('args' in node)) return -20;
  const inner = node.args.map(exponentOf);
  const [first = 0, second = 0] = inner;
  const least = Math.min(...inner, 0);
  switch (node.op) {
    case 'multiply':
      return first + second;
    case 'divide':
      return first - 16;
    case 'add':
    case 'subtract':
      return least - 17;
    case 'settle':
    case 'round':
    case 'modulo':
      return -30;
    default:
      return least;
  }
}
