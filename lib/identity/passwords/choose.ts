import { and, eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { credentials } from '@/db/schema/control';
import { AppError } from '../../errors';
import { type Account, setPassword } from '../accounts';
import { holdAuthenticator } from '../factors/factor';
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
 * Gives an account the password it chose. A weaker one will do beside an authenticator, which then
 * stays until the password can stand alone. Throws `invalid` on the field.
 */
export async function settlePassword(
  db: ControlDb,
  { account, tenant }: Whose,
  { password, secret, field }: Chosen,
): Promise<void> {
  const hasFactor = await holdAuthenticator(db, account.id);
  const standing = { personal: [account.name, account.email, tenant], besideFactor: hasFactor };
  await refuseWeak(password, standing, field);
  const besideFactor = hasFactor && !(await standsAlone(password, standing));
  await setPassword(db, account, { secret, besideFactor });
}

/**
 * Refuses to leave an account with a password that cannot stand alone. Ask after the
 * authenticator was taken away, in the same transaction. Throws `precondition`.
 */
export async function refuseLonelyPassword(db: ControlDb, userId: string): Promise<void> {
  const own = and(eq(credentials.userId, userId), eq(credentials.besideFactor, true));
  const [lonely] = await db.select({ id: credentials.id }).from(credentials).where(own);
  if (lonely) {
    throw new AppError(
      'precondition',
      'Your password is good enough beside a second factor only. Choose a stronger one first.',
    );
  }
}

async function standsAlone(password: string, standing: { personal: string[] }) {
  const { judge } = await import('./strength');
  return judge(password, { ...standing, besideFactor: false }).weakness === null;
}
