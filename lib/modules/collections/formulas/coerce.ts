import { parseDate } from '@/lib/fields/dates';
import { call, type Kind, type Node, type Operation } from './node';
import { FormulaProblem, type Range } from './problem';

/** A part of a formula and where it is written. */
export interface Part {
  node: Node;
  at: Range;
}

export const literal = (kind: Kind, value: string | number | boolean | null): Node => ({
  op: 'literal',
  kind,
  value,
});

/** What `BLANK()` is until it stands beside something of a kind. */
export const blankNode = literal('text', null);

export const isBlankNode = (node: Node) => node.op === 'literal' && node.value === null;

/** A number; a yes counts as 1. Throws `FormulaProblem`. */
export function asNumber({ node, at }: Part): Node {
  if (isBlankNode(node)) return literal('number', null);
  if (node.kind === 'number') return node;
  if (node.kind === 'yes_no') return call('number_of_yes_no', 'number', [node]);
  const words = {
    text: 'A number is needed here, and this is text.',
    date: 'A number is needed here, and this is a date.',
    moment: 'A number is needed here, and this is a date.',
  };
  throw new FormulaProblem(words[node.kind], at);
}

/** As `asNumber`, and a field that is empty counts as 0; what could not be worked out stays nothing. */
export function asTerm(part: Part): Node {
  const number = asNumber(part);
  return number.op === 'field' || isBlankNode(number)
    ? call('or_zero', 'number', [number])
    : number;
}

const textsOf: Record<Exclude<Kind, 'text'>, Operation> = {
  number: 'text_of_number',
  date: 'text_of_date',
  moment: 'text_of_moment',
  yes_no: 'text_of_yes_no',
};

/** Anything as people read it. */
export function asText({ node }: { node: Node }): Node {
  if (isBlankNode(node)) return blankNode;
  return node.kind === 'text' ? node : call(textsOf[node.kind], 'text', [node]);
}

const truths: Record<Exclude<Kind, 'yes_no'>, Operation> = {
  number: 'not_zero',
  text: 'not_empty',
  date: 'not_blank',
  moment: 'not_blank',
};

/** Yes or no: of a number whether it is not 0, of anything else whether it is there. */
export function asTruth({ node }: { node: Node }): Node {
  if (isBlankNode(node)) return literal('yes_no', false);
  return node.kind === 'yes_no' ? node : call(truths[node.kind], 'yes_no', [node]);
}

/** A day or a moment; a text that is written out may be a day. Throws `FormulaProblem`. */
export function asTime({ node, at }: Part): Node {
  if (isBlankNode(node)) return literal('date', null);
  if (node.kind === 'date' || node.kind === 'moment') return node;
  const day = writtenDay(node);
  if (day) return day;
  throw new FormulaProblem('A date is needed here, such as TODAY() or "2026-01-31".', at);
}

/** A day; of a moment, the day that it falls on in the workspace's zone. Throws `FormulaProblem`. */
export function asDay(part: Part): Node {
  const time = asTime(part);
  return time.kind === 'moment' ? call('day_of', 'date', [time]) : time;
}

function writtenDay(node: Node): Node | null {
  if (node.op !== 'literal' || typeof node.value !== 'string') return null;
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(node.value) ? parseDate(node.value) : null;
  return parsed?.ok ? literal('date', node.value) : null;
}

/** Two days or two moments: beside a day, a moment is a day. */
export function asTimes(one: Part, other: Part): [Node, Node] {
  const times = [asTime(one), asTime(other)] as const;
  if (times.every(({ kind }) => kind === 'moment')) return [...times];
  return [asDay(one), asDay(other)];
}

/** Values of one kind: that of them all, and text where they are of several. */
export function alike(parts: readonly Part[]): { kind: Kind; nodes: Node[] } {
  const kinds = new Set(
    parts.filter(({ node }) => !isBlankNode(node)).map(({ node }) => node.kind),
  );
  const [kind = 'text', other] = kinds;
  if (other) return { kind: 'text', nodes: parts.map(asText) };
  return {
    kind,
    nodes: parts.map(({ node }) => (isBlankNode(node) ? literal(kind, null) : node)),
  };
}

/** Two values that can be compared. `ordered` asks which is smaller. Throws `FormulaProblem`. */
export function comparable(one: Part, other: Part, ordered: boolean): [Node, Node] {
  const parts = [one, other] as const;
  const kinds = parts.map(({ node }) => node.kind);
  if (parts.some(({ node }) => !isBlankNode(node) && isTime(node))) {
    if (
      ordered ||
      parts.every((part) => isTime(part.node) || writtenDay(part.node) || isBlankNode(part.node))
    ) {
      return asTimes(one, other);
    }
  }
  const numeric = (part: Part) =>
    isBlankNode(part.node) || part.node.kind === 'number' || part.node.kind === 'yes_no';
  if (parts.every(numeric) && !parts.every(({ node }) => isBlankNode(node))) {
    if (!kinds.includes('number')) return yesNos(one, other, ordered);
    return [settled(asNumber(one)), settled(asNumber(other))];
  }
  if (ordered) {
    const at = { from: one.at.from, to: other.at.to };
    throw new FormulaProblem('Only numbers and dates can be smaller or larger.', at);
  }
  return [asText(one), asText(other)];
}

function yesNos(one: Part, other: Part, ordered: boolean): [Node, Node] {
  return ordered ? [asNumber(one), asNumber(other)] : [asTruth(one), asTruth(other)];
}

const isTime = ({ kind }: Node) => kind === 'date' || kind === 'moment';

/** A number with the 15 digits that are shown of it. */
export const settled = (node: Node): Node =>
  node.op === 'settle' || node.op === 'round' ? node : call('settle', 'number', [node]);
