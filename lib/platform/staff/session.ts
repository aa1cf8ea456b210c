import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { staffSessions } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';

export const Staff = z.strictObject({ id: z.uuid(), name: z.string(), email: z.string() });

/** Who is signed in to the console. Keeps a session in use from going idle. */
export async function whoAmI({ db, staff }: PlatformCtx): Promise<z.input<typeof Staff>> {
  await db
    .update(staffSessions)
    .set({ lastSeenAt: sql`now()` })
    .where(
      and(
        eq(staffSessions.id, staff.sessionId),
        lt(staffSessions.lastSeenAt, sql`now() - interval '1 minute'`),
      ),
    );
  return { id: staff.id, name: staff.name, email: staff.email };
}

export const SignedOut = z.strictObject({ ended: z.boolean() });

export async function signOutStaff(ctx: PlatformCtx): Promise<z.input<typeof SignedOut>> {
  const ended = await ctx.db
    .update(staffSessions)
    .set({ revokedAt: new Date() })
    .where(and(eq(staffSessions.id, ctx.staff.sessionId), isNull(staffSessions.revokedAt)))
    .returning({ id: staffSessions.id });
  ctx.about('staff_session', ctx.staff.sessionId);
  return { ended: ended.length > 0 };
}
