import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import type { ControlCtx } from '../../doors/ctx';
import { formatDay } from '../../format';
import { mailWhoMay } from '../people/mail-who-may';
import { findGrant, type GrantFact } from './facts';
import { type GrantNews, grantLetter, grantNews } from './letters';

export const ToldOfGrant = z.strictObject({ id: z.uuid(), news: z.enum(grantNews) });

/** Has the tenant on the other side mail its admins, once the caller's transaction has committed. */
export async function tellPartner(db: ControlDb, id: string, news: GrantNews): Promise<void> {
  await db.execute(sql`select control.tell_of_grant(${id}::uuid, ${news})`);
}

/** Mails the admins of this side, except whoever did it. */
export async function tellOwn(
  { db, tenant, actor }: ControlCtx,
  { grant, news, given }: { grant: GrantFact; news: GrantNews; given: boolean },
): Promise<void> {
  const { partner, placeName: place, endsAt } = grant;
  const concerned = { permission: 'sharing.manage', path: '/settings/sharing' } as const;
  await mailWhoMay(db, { ...concerned, tenant, except: actor.id }, (addressed) => {
    const reader = { locale: addressed.language, timeZone: tenant.timeZone };
    const day = formatDay(new Date(endsAt), reader);
    return grantLetter(addressed, { news, partner: partner.name, place, day, given });
  });
}

/** Mails them as a job that the other side, or the clock, gave cause for. Nothing for a grant that is gone. */
export async function tellOfGrant(
  ctx: ControlCtx,
  { id, news }: z.output<typeof ToldOfGrant>,
): Promise<Record<string, never>> {
  const found = await findGrant(ctx.db, id);
  // An offer that was taken back meanwhile is news no more.
  const stale = news === 'offered' && found?.grant.state !== 'offered';
  if (found && !stale) await tellOwn(ctx, { ...found, news });
  return {};
}
