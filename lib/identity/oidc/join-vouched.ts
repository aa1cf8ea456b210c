import type { ControlDb } from '@/db/control';
import type { Account } from '../accounts';
import { joinByDomain } from '../joining/join-by-domain';
import type { Provider } from './provider';
import { RefusedByProvider, seated } from './refusal';

/**
 * Makes somebody a member whose address was proven, by its domain, where the provider brings nobody in
 * itself. Throws `RefusedByProvider`.
 */
export async function joinVouched(
  db: ControlDb,
  { joins, tenantId }: Pick<Provider, 'joins' | 'tenantId'>,
  account: Pick<Account, 'id' | 'email'>,
): Promise<void> {
  if (joins) return;
  const joined = await seated(joinByDomain(db, tenantId, account));
  if ('not' in joined) throw new RefusedByProvider('no_member');
}
