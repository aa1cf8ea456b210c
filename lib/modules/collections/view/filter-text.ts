import { combinators, operators, takesList } from './operators';
import { type Filter, type FilterNode, isGroup } from './state';

/** A filter as one value of an address: `age.gte.18`, or `any(age.gte.18;name.contains.x)`. */
export const formatFilter = (node: FilterNode): string =>
  isGroup(node) ? `${node.op}(${node.filters.map(formatInner).join(';')})` : formatOne(node);

/** Reads what `formatFilter` wrote; none when it cannot be read. */
export function parseFilter(text: string): FilterNode[] {
  const group = /^(all|any)\(([\s\S]*)\)$/.exec(text);
  const op = combinators.find((one) => one === group?.[1]);
  if (!op) return parseOne(text);
  return [{ op, filters: partsOf(group?.[2] ?? '').flatMap(parseInner) }];
}

// Inside a group a condition is escaped once more, so that what closes or parts groups is ours alone.
const formatInner = (node: FilterNode) =>
  isGroup(node)
    ? formatFilter(node)
    : encodeURIComponent(formatOne(node)).replace(/[()]/g, (one) => (one === '(' ? '%28' : '%29'));

const parseInner = (text: string) =>
  /^(all|any)\(/.test(text) ? parseFilter(text) : parseOne(decoded(text));

/** Splits at the semicolons that stand in no inner group. */
function partsOf(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (letter === ';' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.filter(Boolean);
}

function parseOne(text: string): Filter[] {
  const [, field, name, rest] = /^([^.]+)\.([a-z_]+)(?:\.([\s\S]*))?$/.exec(text) ?? [];
  const op = operators.find((one) => one === name);
  if (!field || !op) return [];
  if (rest === undefined) return [{ field, op }];
  return [{ field, op, value: takesList(op) ? parseList(rest) : rest }];
}

const formatOne = ({ field, op, value }: Filter) =>
  value === undefined
    ? `${field}.${op}`
    : `${field}.${op}.${Array.isArray(value) ? value.map((one) => encodeURIComponent(String(one))).join('|') : value}`;

const parseList = (text: string) => text.split('|').map(decoded);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
