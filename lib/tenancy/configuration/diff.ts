import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Document } from './define';

export const ConfigChange = z.strictObject({
  /** Dotted. */
  path: z.string(),
  /** Null where there was, or is, nothing. */
  before: z.unknown(),
  after: z.unknown(),
});
export type ConfigChange = z.output<typeof ConfigChange>;

/** What differs between two documents, field by field; lists are compared whole. */
export function changesBetween(before: Document, after: Document, path = ''): ConfigChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => {
    const [was, is] = [before[key] ?? null, after[key] ?? null];
    const at = path ? `${path}.${key}` : key;
    if (isDeepStrictEqual(was, is)) return [];
    return isGroup(was) && isGroup(is)
      ? changesBetween(was, is, at)
      : [{ path: at, before: was, after: is }];
  });
}

const isGroup = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
