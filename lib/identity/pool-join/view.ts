import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { methodsOf } from '../methods/methods';
import { hashToken } from '../secrets';
import { openClaim, worthless } from './claims';
import { takesPasskeys } from './prove-passkey';
import { poolOf } from './sides';
import { takesLinks } from './ways';

export const ClaimView = z.object({
  purpose: z.enum(['begin', 'come_over']),
  tenant: z.string(),
  /** Name of the shared pool. */
  pool: z.string(),
  /** The accounts that were proven, null before; one that is yet to be made has no name. */
  former: z.object({ name: z.string(), email: z.string() }).nullable(),
  new: z.object({ name: z.string().nullable(), email: z.string() }).nullable(),
  /** Whether a password proves an account here, and one that is yet to be made chooses one. */
  takesPassword: z.boolean(),
  takesLink: z.boolean(),
  /** Whether a passkey of this host proves the former account. */
  takesPasskey: z.boolean(),
  /** What the link given proves; null where none was. */
  link: z.object({ side: z.enum(['former', 'new']), email: z.string() }).nullable(),
});

/** What was proven so far in this browser. Throws `unauthenticated` when it is over. */
export async function viewClaim(
  ctx: PoolCtx,
  { claim: token, link }: { claim: string; link?: string | undefined },
): Promise<z.input<typeof ClaimView>> {
  const claim = await openClaim(ctx, token);
  const former = await poolOf(ctx, claim, 'former');
  const shared = await poolOf(ctx, claim, 'new');
  if (link && claim.mailHash !== hashToken(link)) throw worthless();
  const { newUserId, newEmail, formerUserId, mailSide, mailEmail } = claim;
  return {
    purpose: claim.purpose,
    tenant: ctx.tenant.name,
    pool: former.join.poolName,
    former: formerUserId ? await nameOf(former.run, formerUserId) : null,
    new: newUserId
      ? await nameOf(shared.run, newUserId)
      : newEmail
        ? { name: null, email: newEmail }
        : null,
    takesPassword: methodsOf(ctx.caller).includes('password'),
    takesLink: await takesLinks(ctx),
    takesPasskey: takesPasskeys(ctx, claim),
    link: link && mailSide && mailEmail ? { side: mailSide, email: mailEmail } : null,
  };
}

type Run = Awaited<ReturnType<typeof poolOf>>['run'];

const nameOf = (run: Run, id: string) =>
  run(async (db) => {
    const [found] = await db
      .select({ name: users.name, email: users.email })
      .from(users)
      .where(eq(users.id, id));
    return found ?? null;
  });
