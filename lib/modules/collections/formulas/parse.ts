import { FormulaProblem, maxLetters, type Range } from './problem';
import { type Sign, type Token, tokensOf } from './tokens';

export type Operator = Exclude<Sign, '(' | ')' | ','>;

/** A formula as it is written, before anything is known of its fields and functions. */
export type Expression = { at: Range } & (
  | { type: 'number'; value: number }
  | { type: 'text'; value: string }
  | { type: 'field'; name: string }
  | { type: 'call'; name: string; args: Expression[] }
  | { type: 'minus'; of: Expression }
  | { type: 'binary'; operator: Operator; left: Expression; right: Expression }
);

/** Parts of one formula, and how deep they lie in each other, at most. */
const maxParts = 200;
const maxDepth = 40;

// What binds tighter stands higher.
const strengths: Record<Operator, number> = {
  ...{ '=': 1, '!=': 1, '<': 1, '<=': 1, '>': 1, '>=': 1 },
  ...{ '&': 2, '+': 3, '-': 3, '*': 4, '/': 4 },
};

/** Reads a formula by the strength of its operators (V. Pratt, 1973). Throws `FormulaProblem`. */
export function parseFormula(source: string): Expression {
  if (source.length > maxLetters * 4) throw tooLong({ from: 0, to: source.length });
  const reader = new Reader(tokensOf(source));
  if (reader.isDone) {
    throw new FormulaProblem('Write a formula, such as 1 + 1.', reader.next.at);
  }
  const whole = reader.expression(0, 0);
  if (reader.isDone) return whole;
  throw new FormulaProblem('An operator, such as + or &, is missing here.', reader.next.at);
}

const tooLong = (at: Range) =>
  new FormulaProblem('This formula is too long. Put a part of it into a field of its own.', at);

/** Functions that are written without parentheses. */
const constant = /^(true|false)$/i;

class Reader {
  private place = 0;
  private parts = 0;

  constructor(private readonly tokens: Token[]) {}

  get next(): Token {
    return this.tokens[this.place] as Token;
  }

  get isDone(): boolean {
    return this.next.type === 'end';
  }

  /** Everything up to an operator that binds no tighter than `strength`. */
  expression(strength: number, depth: number): Expression {
    if (depth > maxDepth) throw tooLong(this.next.at);
    let left = this.operand(depth);
    for (;;) {
      const { next } = this;
      if (next.type !== 'symbol' || !(next.value in strengths)) return left;
      const operator = next.value as Operator;
      if (strengths[operator] <= strength) return left;
      this.take();
      const right = this.expression(strengths[operator], depth + 1);
      const at = { from: left.at.from, to: right.at.to };
      left = this.part({ type: 'binary', operator, left, right, at });
    }
  }

  private operand(depth: number): Expression {
    const token = this.take();
    const { at } = token;
    if (token.type === 'number') return this.part({ type: 'number', value: token.value, at });
    if (token.type === 'text') return this.part({ type: 'text', value: token.value, at });
    if (token.type === 'field') return this.part({ type: 'field', name: token.value, at });
    if (token.type === 'name') return this.call(token.value, at, depth);
    if (token.type === 'symbol' && token.value === '-') {
      // Binds tighter than any operator between two values.
      const of = this.expression(9, depth + 1);
      return this.part({ type: 'minus', of, at: { from: at.from, to: of.at.to } });
    }
    if (token.type === 'symbol' && token.value === '(') {
      const inner = this.expression(0, depth + 1);
      this.close(at);
      return inner;
    }
    throw new FormulaProblem('A value is missing here.', at);
  }

  private call(name: string, at: Range, depth: number): Expression {
    if (!this.skip('(')) {
      if (constant.test(name)) return this.part({ type: 'call', name, args: [], at });
      throw new FormulaProblem('The name of a field stands in braces: {name}.', at, {
        name: `{${name}}`,
      });
    }
    const args: Expression[] = [];
    if (!this.skip(')')) {
      do args.push(this.expression(0, depth + 1));
      while (this.skip(','));
      this.close(at);
    }
    return this.part({ type: 'call', name, args, at: { from: at.from, to: this.before } });
  }

  private close(opened: Range) {
    if (this.skip(')')) return;
    const at = this.next.type === 'end' ? opened : this.next.at;
    throw new FormulaProblem('A closing ) is missing.', at);
  }

  private skip(sign: Sign): boolean {
    const { next } = this;
    if (next.type !== 'symbol' || next.value !== sign) return false;
    this.take();
    return true;
  }

  /** Where the word before the next one ends. */
  private get before(): number {
    return this.tokens[this.place - 1]?.at.to ?? 0;
  }

  private take(): Token {
    const { next } = this;
    if (next.type !== 'end') this.place++;
    return next;
  }

  private part(made: Expression): Expression {
    this.parts++;
    if (this.parts > maxParts) throw tooLong(made.at);
    return made;
  }
}
