import { sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { read } from '@/db/wire/access';
import { env } from '../../env';
import { invalid } from '../../errors';
import { normaliseHost, resolveHost } from '../../tenancy/hosts';

interface Partner {
  id: string;
  poolId: string;
  name: string;
}

/**
 * The tenant at an address, as people write one: its short name, its host or a link to it. Throws
 * `invalid` with the same words for an address that nobody has, one of another pool, and this tenant's
 * own.
 */
export async function requirePartner(db: ControlDb, address: string): Promise<Partner> {
  const named = nameIn(address);
  if (!named) throw nobody();
  const { rows } = await db.execute(
    read(sql`select control.grant_partner(${named.slug}, ${named.host}) as found`),
  );
  const { found } = rows[0] as { found: Partner | null };
  if (!found) throw nobody();
  return found;
}

const nobody = () =>
  invalid('address', 'No workspace that shares its accounts with this one has this address.');

function nameIn(address: string): { slug: string | null; host: string } | null {
  const [host = ''] = address.replace(/^https?:\/\//i, '').split('/');
  const normal = normaliseHost(host);
  if (!normal) return null;
  if (!normal.includes('.')) return { slug: normal, host: normal };
  const name = resolveHost(normal, env().ROOT_DOMAIN);
  return name.zone === 'tenant' ? { slug: name.slug, host: name.host } : null;
}
