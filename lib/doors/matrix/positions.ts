import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Ids } from './ids';

/** Where in an input an id of a prepared tenant stands, and which id it is. */
export interface Position {
  path: (string | number)[];
  idName: string;
}

/** Every place of an input that holds one of these ids. */
export function positionsOf(input: unknown, ids: Ids): Position[] {
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  const walk = (value: unknown, path: (string | number)[]): Position[] => {
    if (typeof value === 'string') {
      const idName = names.get(value);
      return idName ? [{ path, idName }] : [];
    }
    if (typeof value !== 'object' || value === null || value instanceof File) return [];
    const isList = Array.isArray(value);
    return Object.entries(value).flatMap(([key, child]) =>
      walk(child, [...path, isList ? Number(key) : key]),
    );
  };
  return walk(input, []);
}

/** The choices of one position, of two, and of all together. */
export function choicesOf(positions: Position[]): Position[][] {
  const pairs = positions.flatMap((one, at) => positions.slice(at + 1).map((two) => [one, two]));
  const all = positions.length > 2 ? [positions] : [];
  return [...positions.map((one) => [one]), ...pairs, ...all];
}

/** A copy of the input with other values at these positions. */
export function withIds<T>(input: T, positions: Position[], ids: Ids): T {
  const copy = clone(input) as T;
  for (const { path, idName } of positions) {
    let place = copy as Record<string | number, unknown>;
    for (const step of path.slice(0, -1)) place = place[step] as typeof place;
    place[path.at(-1) ?? ''] = ids[idName];
  }
  return copy;
}

/** Values of the same form as these ids, which nothing has. */
export const absentLike = (ids: Ids): Ids =>
  Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, absent(id)]));

function absent(id: string) {
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)) return uuidv7();
  const letters = randomBytes(id.length).toString('hex').slice(0, id.length);
  if (id.includes('@')) return `${letters.slice(0, id.indexOf('@'))}${id.slice(id.indexOf('@'))}`;
  return /^[a-z0-9-]+$/.test(id) ? `t${letters.slice(1)}` : letters;
}

/** Structured copies keep no `File` in every Node, so files are carried over as they are. */
function clone(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof File) return value;
  if (Array.isArray(value)) return value.map(clone);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, clone(child)]));
}
