import { and, eq } from 'drizzle-orm';
import { memberships, users } from '@/db/schema/control';
import { mailWhoMay } from '../../access/people/mail-who-may';
import type { ControlCtx } from '../../doors/ctx';
import { languageOf } from '../../language/wording-in';
import { mailBrand } from '../../mail/brand';
import { compose } from '../../mail/compose';
import { sendMail } from '../../mail/send-mail';
import { tenantUrl } from '../../tenancy/urls';
import type { SubscriptionState } from '../subscriptions/states';
import { askedLetter, type SubscriptionNews, subscriptionLetter } from './letters';

interface News {
  membershipId: string;
  plan: string;
  news: SubscriptionNews;
}

/** What a step is to whose subscription it is. */
export function newsOf(from: SubscriptionState, to: SubscriptionState): SubscriptionNews {
  if (to === 'suspended') return 'suspended';
  if (to === 'signed') return from === 'suspended' ? 'resumed' : 'signed';
  return from === 'signing' ? 'declined' : 'ended';
}

/** Writes to a member what became of their plan, unless they did it themselves. */
export async function tellMember(
  { db, tenant, actor }: ControlCtx,
  { membershipId, plan, news }: News,
): Promise<void> {
  const [member] = await db
    .select({ id: users.id, email: users.email, locale: users.locale })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), eq(users.state, 'active')))
    .where(and(eq(memberships.id, membershipId), eq(memberships.state, 'active')));
  if (!member || (actor.kind !== 'job' && member.id === actor.id)) return;
  const language = languageOf(member.locale, tenant.locale);
  const url = tenantUrl(tenant, '/account/plan');
  const addressed = { to: member.email, language, tenant: tenant.name, url };
  const brand = await mailBrand(db, tenant.name);
  await sendMail(db, compose(brand, subscriptionLetter(addressed, { plan, news })));
}

/** Writes to those who sign plans that somebody asked for one. */
export const tellAdmins = (
  { db, tenant, actor }: ControlCtx,
  { id, plan }: { id: string; plan: string },
): Promise<void> =>
  mailWhoMay(
    db,
    {
      ...{ tenant, permission: 'user_plans.manage', except: actor.id },
      path: `/settings/user-plans/subscriptions/${id}`,
    },
    (addressed) => askedLetter(addressed, { plan, name: actor.name }),
  );
