import type { ControlDb } from '@/db/control';
import { type Account, setPassword } from '../accounts';
import { keepFactors } from '../factors/held';
import { refuseWeak } from './rule';

/** Whose password is being chosen, and where. */
interface Whose {
  account: Pick<Account, 'id' | 'poolId' | 'name' | 'email'>;
  /** Name of the tenant. */
  tenant: string;
}

interface Chosen {
  password: string;
  /** The same, hashed. */
  secret: string;
  /** Input field that errors name. */
  field: string;
}

/**
 * Gives an account the password it chose. A weaker one will do beside a second factor, which then
 * stays until the password can stand alone. Throws `invalid` on the field.
 */
export async function settlePassword(
  db: ControlDb,
  { account, tenant }: Whose,
  { password, secret, field }: Chosen,
): Promise<void> {
  const hasFactor = await keepFactors(db, account.id);
  const standing = { personal: [account.name, account.email, tenant], besideFactor: hasFactor };
  await refuseWeak(password, standing, field);
  const besideFactor = hasFactor && !(await standsAlone(password, standing));
  await setPassword(db, account, { secret, besideFactor });
}

async function standsAlone(password: string, standing: { personal: string[] }) {
  const { judge } = await import('./strength');
  return judge(password, { ...standing, besideFactor: false }).weakness === null;
}
