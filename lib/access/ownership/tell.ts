import { eq } from 'drizzle-orm';
import { users } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { languageOf } from '../../language/wording-in';
import { mailBrand } from '../../mail/brand';
import { compose } from '../../mail/compose';
import type { Letter } from '../../mail/letter';
import { sendMail } from '../../mail/send-mail';
import { tenantUrl } from '../../tenancy/urls';
import { newOwnerLetter, offerLetter } from './letters';

/** Mails whom the workspace is offered to, once the caller's transaction has committed. */
export const tellOfOffer = (ctx: ControlCtx, userId: string) => tell(ctx, userId, offerLetter);

/** Mails who owned it until now that it is another's. */
export const tellOfOwner = (ctx: ControlCtx, userId: string) => tell(ctx, userId, newOwnerLetter);

async function tell(
  { db, tenant, actor }: ControlCtx,
  userId: string,
  letter: (addressed: Parameters<typeof offerLetter>[0], byName: string) => Letter,
) {
  const [user] = await db
    .select({ email: users.email, locale: users.locale })
    .from(users)
    .where(eq(users.id, userId));
  if (!user) return;
  const language = languageOf(user.locale, tenant.locale);
  const url = tenantUrl(tenant, '/settings/general');
  const addressed = { to: user.email, language, tenant: tenant.name, url };
  await sendMail(db, compose(await mailBrand(db, tenant.name), letter(addressed, actor.name)));
}
