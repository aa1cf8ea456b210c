import { eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { users } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { languageOf } from '../../language/wording-in';
import { mailBrand } from '../../mail/brand';
import { compose } from '../../mail/compose';
import { sendMail } from '../../mail/send-mail';
import { tenantUrl } from '../../tenancy/urls';
import { type FactorChange, factorLetter } from './letters';

interface Told {
  userId: string;
  what: FactorChange;
  /** The one it is about, if it is one. */
  passkey?: { name: string; host: string };
}

/** Mails the owner of an account about a second factor, once the caller's transaction has committed. */
export async function tellOwner(
  { tenant }: PoolCtx,
  db: ControlDb,
  { userId, what, passkey }: Told,
): Promise<void> {
  const [user] = await db
    .select({ email: users.email, locale: users.locale })
    .from(users)
    .where(eq(users.id, userId));
  if (!user) return;
  const language = languageOf(user.locale, tenant.locale);
  const addressed = { to: user.email, language, url: tenantUrl(tenant, '/account') };
  const letter = factorLetter(addressed, what, passkey ?? null);
  await sendMail(db, compose(await mailBrand(db, tenant.name), letter));
}
