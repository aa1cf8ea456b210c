import type { SourceRow } from './source-row';

const openers = new Set(['{', '[']);
const closers = new Set(['}', ']']);

/** One object of a file, or why it is none. */
export type SourceObject =
  | { row: number; object: Record<string, unknown> }
  | { row: number; broken: string; raw: string };

/**
 * Reads the objects of a JSON array one by one, whatever the size of the file. An element that is
 * not an object, or not JSON, is answered as broken.
 */
export async function* jsonObjects(pieces: AsyncIterable<string>): AsyncGenerator<SourceObject> {
  const scan = { depth: 0, quoted: false, escaped: false, started: false };
  let element = '';
  let row = 0;
  for await (const piece of pieces) {
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const char = piece[at] as string;
      if (!step(scan, char)) continue;
      element += piece.slice(from, at);
      from = at + 1;
      const text = scan.started ? element.trim() : '';
      scan.started = scan.depth > 0;
      element = '';
      if (text) yield parse(text, ++row);
    }
    element += piece.slice(from);
  }
  if (element.trim()) yield { row: ++row, broken: 'is not finished', raw: element.slice(0, 1_000) };
}

interface Scan {
  /** 1 inside the outer array. */
  depth: number;
  quoted: boolean;
  escaped: boolean;
  started: boolean;
}

/** True at a character that parts elements: the brackets of the outer array and its commas. */
function step(scan: Scan, char: string): boolean {
  if (scan.quoted) {
    if (scan.escaped) scan.escaped = false;
    else if (char === '\\') scan.escaped = true;
    else if (char === '"') scan.quoted = false;
    return false;
  }
  if (char === '"') scan.quoted = true;
  else if (openers.has(char)) return ++scan.depth === 1;
  else if (closers.has(char)) return --scan.depth === 0;
  return char === ',' && scan.depth === 1;
}

function parse(text: string, row: number): SourceObject {
  try {
    const object: unknown = JSON.parse(text);
    if (object && typeof object === 'object' && !Array.isArray(object)) {
      return { row, object: object as Record<string, unknown> };
    }
    return { row, broken: 'is not an object', raw: text.slice(0, 1_000) };
  } catch {
    return { row, broken: 'is not valid JSON', raw: text.slice(0, 1_000) };
  }
}

/** Lays an object out in columns; what is nested becomes its JSON. */
export function toCells(source: SourceObject, columns: readonly string[]): SourceRow {
  if ('broken' in source) return source;
  const { row, object } = source;
  return {
    row,
    cells: columns.map((name) => flat(Object.hasOwn(object, name) ? object[name] : null)),
  };
}

const flat = (value: unknown) =>
  value !== null && typeof value === 'object' ? JSON.stringify(value) : value;
