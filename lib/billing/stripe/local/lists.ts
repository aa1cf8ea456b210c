import { StripeFault } from './fault';
import type { Local } from './local';
import { listOf, type Thing } from './objects';

interface Paging {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
}

/** One page of a kind, newest first, of those that have what is asked for. */
export function page(
  { store }: Local,
  { kind, url }: { kind: string; url: string },
  { wanted, ...paging }: Paging & { wanted: (thing: Thing) => boolean },
) {
  const all = store.all(kind).filter(wanted).reverse();
  const { limit = 10, starting_after: after, ending_before: before } = paging;
  if (limit < 1 || limit > 100) throw new StripeFault('Invalid limit', { param: 'limit' });
  const at = after ? all.findIndex(({ id }) => id === after) + 1 : 0;
  const until = before ? all.findIndex(({ id }) => id === before) : all.length;
  const data = before
    ? all.slice(Math.max(0, until - limit), until)
    : all.slice(at, Math.min(until, at + limit));
  const hasMore = before ? until - limit > 0 : at + limit < all.length;
  return listOf(url, structuredClone(data), hasMore);
}

/** Puts objects in the place of ids, as `expand` asks: `customer`, `data.latest_invoice`. */
export function expanded(local: Local, answer: unknown, paths: readonly string[]): unknown {
  const copy = structuredClone(answer);
  for (const path of paths) expandAt(local, copy, path.split('.'));
  return copy;
}

function expandAt(local: Local, value: unknown, [name = '', ...rest]: string[]): void {
  if (Array.isArray(value)) {
    for (const one of value) expandAt(local, one, [name, ...rest]);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const record = value as Record<string, unknown>;
  const inner = record[name];
  if (typeof inner === 'string') record[name] = structuredClone(local.store.any(inner)) ?? inner;
  if (rest.length > 0) expandAt(local, record[name], rest);
}
