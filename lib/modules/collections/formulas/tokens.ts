import { FormulaProblem, type Range } from './problem';

export type Sign =
  | '+'
  | '-'
  | '*'
  | '/'
  | '&'
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '('
  | ')'
  | ',';

/** One word of a formula. A text and the name of a field are given without their marks. */
export type Token =
  | { type: 'number'; value: number; at: Range }
  | { type: 'text' | 'field' | 'name'; value: string; at: Range }
  | { type: 'symbol'; value: Sign; at: Range }
  | { type: 'end'; at: Range };

const blank = /\s*/y;
const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,2})?/iy;
const text = /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/y;
const field = /\{((?:[^{}\\]|\\[\s\S])*)\}/y;
const name = /[\p{L}_][\p{L}\p{N}_]*/uy;
const symbol = /<=|>=|<>|!=|[-+*/&=<>(),]/y;

/** The words of a formula in order, the last of them its end. Throws `FormulaProblem`. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  for (let from = skipBlank(source, 0); from < source.length; ) {
    const token = tokenAt(source, from);
    tokens.push(token);
    from = skipBlank(source, token.at.to);
  }
  return [...tokens, { type: 'end', at: { from: source.length, to: source.length } }];
}

/** The name of a field as a formula writes it. */
export const braced = (called: string) => `{${called.replace(/[\\{}]/g, '\\$&')}}`;

function tokenAt(source: string, from: number): Token {
  const read = (pattern: RegExp) => {
    pattern.lastIndex = from;
    return pattern.exec(source);
  };
  const upTo = (length: number): Range => ({ from, to: from + length });
  const digits = read(number);
  if (digits) return { type: 'number', value: Number(digits[0]), at: upTo(digits[0].length) };
  const quoted = read(text);
  if (quoted) {
    const value = unescaped(quoted[1] ?? quoted[2] ?? '');
    return { type: 'text', value, at: upTo(quoted[0].length) };
  }
  const named = read(field);
  if (named) {
    return { type: 'field', value: unescaped(named[1] ?? '').trim(), at: upTo(named[0].length) };
  }
  const word = read(name);
  if (word) return { type: 'name', value: word[0], at: upTo(word[0].length) };
  const sign = read(symbol);
  if (sign) {
    const value = (sign[0] === '<>' ? '!=' : sign[0]) as Sign;
    return { type: 'symbol', value, at: upTo(sign[0].length) };
  }
  throw unread(source, from);
}

function unread(source: string, from: number): FormulaProblem {
  const letter = source[from] ?? '';
  const toEnd = { from, to: source.length };
  if (letter === '{')
    return new FormulaProblem('The name of a field ends with a closing brace.', toEnd);
  if (letter === '"' || letter === "'") {
    return new FormulaProblem('A text ends with the mark that it begins with.', toEnd);
  }
  return new FormulaProblem(
    '{sign} means nothing in a formula.',
    { from, to: from + 1 },
    {
      sign: letter,
    },
  );
}

const unescaped = (written: string) => written.replace(/\\([\s\S])/g, '$1');

function skipBlank(source: string, from: number): number {
  blank.lastIndex = from;
  return from + (blank.exec(source)?.[0].length ?? 0);
}
