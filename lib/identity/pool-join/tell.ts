import { and, asc, eq, gt } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { memberships, users } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { enqueueControlJob } from '../../jobs/enqueue';
import { languageOf } from '../../language/wording-in';
import { mailBrand } from '../../mail/brand';
import { compose } from '../../mail/compose';
import { sendMail } from '../../mail/send-mail';
import { tenantUrl } from '../../tenancy/urls';
import { findJoin } from './joins';
import { cameOverLetter, reminderLetter } from './letters';

interface CameOver {
  /** Of the former account, whose membership is no longer seen from here. */
  former: { email: string; locale: string | null };
  userId: string;
}

/** Mails both addresses that somebody came over, once the caller's transaction has committed. */
export async function tellOfComingOver(
  { tenant }: PoolCtx,
  db: ControlDb,
  { former, userId }: CameOver,
): Promise<void> {
  const [now] = await db
    .select({ email: users.email, locale: users.locale })
    .from(users)
    .where(eq(users.id, userId));
  if (!now) return;
  const brand = await mailBrand(db, tenant.name);
  const url = tenantUrl(tenant, '/sign-in');
  const addressed = former.email === now.email ? [now] : [former, now];
  for (const { email: to, locale } of addressed) {
    const language = languageOf(locale, tenant.locale);
    const words = { former: former.email, now: now.email };
    const letter = cameOverLetter({ to, language, tenant: tenant.name, url }, words);
    await sendMail(db, compose(brand, letter));
  }
}

const atOnce = 200;

/** Mails whoever has yet to come over, some at a time; the next time goes on after `after`. */
export async function tellUnclaimed(
  { db, tenant }: PoolCtx,
  { after }: { after?: string | undefined },
): Promise<void> {
  if (!(await findJoin(db, 'running'))) return;
  const people = await db
    .select({ id: memberships.id, email: users.email, locale: users.locale })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.state, 'unclaimed'),
        eq(users.state, 'active'),
        after ? gt(memberships.id, after) : undefined,
      ),
    )
    .orderBy(asc(memberships.id))
    .limit(atOnce);
  const brand = await mailBrand(db, tenant.name);
  const url = tenantUrl(tenant, '/claim');
  for (const { email: to, locale } of people) {
    const language = languageOf(locale, tenant.locale);
    const letter = reminderLetter({ to, language, tenant: tenant.name, url });
    await sendMail(db, compose(brand, letter));
  }
  const last = people.at(-1);
  if (people.length === atOnce && last) {
    await enqueueControlJob(db, 'poolJoin.tell', { after: last.id });
  }
}
