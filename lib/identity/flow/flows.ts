import { and, eq, gt, isNull } from 'drizzle-orm';
import { databaseNow, secondsFromNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { signInFlows } from '@/db/schema/control';
import { AppError } from '../../errors';
import { hashToken, newToken } from '../secrets';

const f = signInFlows;
const minutesOpen = 10;

export type Flow = typeof signInFlows.$inferSelect;

/** Where a flow may go on: the tenant and host it was begun on. */
export interface FlowPlace {
  tenantId: string;
  host: string;
}

export type NewFlow = FlowPlace &
  Pick<Flow, 'poolId' | 'userId' | 'loginId' | 'method' | 'returnPath'>;

/** Keeps what was proven so far; answers the token that goes on with it, which is nowhere else. */
export async function beginFlow(
  db: ControlDb,
  flow: NewFlow,
): Promise<{ flow: string; expiresAt: Date }> {
  const token = newToken();
  const [begun] = await db
    .insert(f)
    .values({ ...flow, tokenHash: hashToken(token), expiresAt: secondsFromNow(minutesOpen * 60) })
    .returning({ expiresAt: f.expiresAt });
  if (!begun) throw new Error('A sign-in was not written.');
  return { flow: token, ...begun };
}

/** The flow of a token that is not over. Throws `unauthenticated`. */
export async function openFlow(db: ControlDb, token: string, place: FlowPlace): Promise<Flow> {
  const [flow] = await db.select().from(f).where(alive(token, place));
  if (!flow) throw over();
  return flow;
}

/** Ends it: of many parallel tries one gets through. Throws `unauthenticated`. */
export async function endFlow(db: ControlDb, token: string, place: FlowPlace): Promise<Flow> {
  const [flow] = await db
    .update(f)
    .set({ endedAt: databaseNow })
    .where(alive(token, place))
    .returning();
  if (!flow) throw over();
  return flow;
}

const alive = (token: string, { tenantId, host }: FlowPlace) =>
  and(
    eq(f.tokenHash, hashToken(token)),
    eq(f.tenantId, tenantId),
    eq(f.host, host),
    isNull(f.endedAt),
    gt(f.expiresAt, databaseNow),
  );

const over = () => new AppError('unauthenticated', 'This sign-in took too long. Begin again.');
