import { and, count, eq, gt } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { stripeAsks } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { hostUrl, tenantUrl } from '../../tenancy/urls';

type Kind = (typeof stripeAsks.$inferInsert)['kind'];

interface Wish {
  kind: Kind;
  subscriptionId?: string;
  request: Record<string, unknown>;
}

const hourMs = 3_600_000;
const mostAnHour = 120;

/** Writes down what Stripe is to be asked, for the operator to see. Answers its id. Throws `limit`. */
export async function askStripe(
  { db, tenant, actor }: ControlCtx,
  { kind, subscriptionId, request }: Wish,
): Promise<string> {
  const [asked] = await db
    .select({ n: count() })
    .from(stripeAsks)
    .where(gt(stripeAsks.createdAt, new Date(Date.now() - hourMs)));
  if ((asked?.n ?? 0) >= mostAnHour) {
    throw new AppError('limit', 'Stripe was asked very often from here. Wait for an hour.');
  }
  const id = uuidv7();
  await db.insert(stripeAsks).values({
    ...{ tenantId: tenant.id, id, kind, request, byName: actor.name },
    ...(subscriptionId && { subscriptionId }),
  });
  return id;
}

/** One of this kind that waits already, about the same; undefined where none does. */
export async function waitingAsk(
  { db }: Pick<ControlCtx, 'db'>,
  kind: Kind,
  subscriptionId?: string,
): Promise<string | undefined> {
  const [waiting] = await db
    .select({ id: stripeAsks.id })
    .from(stripeAsks)
    .where(
      and(
        ...[eq(stripeAsks.kind, kind), eq(stripeAsks.state, 'waiting')],
        subscriptionId ? eq(stripeAsks.subscriptionId, subscriptionId) : undefined,
      ),
    )
    .limit(1);
  return waiting?.id;
}

/** What is being told to Stripe cannot be taken back before it answers. Throws `precondition`. */
export async function refuseOnItsWay(
  ctx: Pick<ControlCtx, 'db'>,
  subscriptionId: string,
): Promise<void> {
  if (!(await waitingAsk(ctx, 'change', subscriptionId))) return;
  throw new AppError('precondition', 'Stripe is being told of this change. Wait for its answer.');
}

/** Where Stripe leads back to, and to whom it writes. */
export function returnOf({ caller, tenant }: ControlCtx): { back: string; email: string | null } {
  const { zone, host } = caller.host;
  const path = '/settings/plan';
  return {
    back: zone === 'tenant' ? hostUrl(host, path) : tenantUrl(tenant, path),
    email: caller.user?.email ?? null,
  };
}
