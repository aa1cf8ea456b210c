import { and, count, gt, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { databaseNow } from '@/db/clock';
import { invitations } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { seatLimitOf, seatsTaken } from '../../identity/seats';

export const Seats = z.strictObject({
  /** Members, suspended ones and guests among them. */
  taken: z.number().int(),
  /** Most there may be; null for no limit. */
  limit: z.number().int().nullable(),
  /** Invitations that somebody may still accept; they take no seat before that. */
  invited: z.number().int(),
});

/** How many members there are, may be and are invited. */
export async function getSeats({ db }: ControlCtx): Promise<z.input<typeof Seats>> {
  const [open] = await db
    .select({ n: count() })
    .from(invitations)
    .where(
      and(
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, databaseNow),
      ),
    );
  return { taken: await seatsTaken(db), limit: await seatLimitOf(db), invited: open?.n ?? 0 };
}
