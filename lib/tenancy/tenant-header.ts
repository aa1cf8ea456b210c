import { env } from '../env';
import type { DirectoryEntry } from './directory/entry';
import { sealJson } from './directory/signature';

/** Carries what the directory says of the host, signed; trusted for looks only. */
export const tenantHeader = 'x-rowhouse-tenant';

const sealed = new WeakMap<DirectoryEntry, Promise<string>>();

/** Value of that header; made once for each entry a cache holds. */
export function sealedFacts(entry: DirectoryEntry): Promise<string> {
  const known = sealed.get(entry);
  if (known) return known;
  const { id, slug, name, status, epoch, locale, brandVersion, brand, modulesOff, flags } = entry;
  const facts = { id, slug, name, status, epoch, locale, brandVersion, brand, modulesOff, flags };
  const fresh = sealJson(env().ROWHOUSE_SECRET, 'tenant', facts);
  sealed.set(entry, fresh);
  return fresh;
}
