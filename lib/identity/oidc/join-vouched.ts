import type { ControlDb } from '@/db/control';
import { inTurn } from '../../access/people/last-admin';
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
  { joins }: Pick<Provider, 'joins'>,
  account: Pick<Account, 'id' | 'email'>,
): Promise<void> {
  if (joins) return;
  // Groups have their turn afterwards: whoever changes the domain waits for both or for none.
  await inTurn(db);
  const joined = await seated(joinByDomain(db, account));
  if ('not' in joined) throw new RefusedByProvider('no_member');
}
