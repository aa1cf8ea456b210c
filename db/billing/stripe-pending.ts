import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';

/** A subscription of which Stripe said something since it was asked what it set off. */
export interface UnreadPending {
  tenantId: string;
  stripeId: string;
  /** When Stripe said so, exactly. */
  toldAt: string;
}

const atOnce = 50;

/** Subscriptions that changed at Stripe since; some of them, those that waited for longest first. */
export const listUnreadPending = (servers: Servers, account: string): Promise<UnreadPending[]> =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<UnreadPending>(
      `select tenant_id as "tenantId", stripe_id as "stripeId", told_at::text as "toldAt"
       from control.stripe_subscriptions
       where account = $1 and pending_for is distinct from told_at
         and status in ('active', 'trialing', 'past_due', 'unpaid')
       order by told_at limit ${atOnce}`,
      [account],
    );
    return rows;
  });

/** Notes what is set off and not invoiced; where Stripe said more meanwhile, it is read again. */
export const notePending = (
  servers: Servers,
  { tenantId, stripeId, toldAt }: UnreadPending,
  pending: number,
): Promise<void> =>
  onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_subscriptions set pending = $3, pending_for = $4::timestamptz
       where tenant_id = $1 and stripe_id = $2`,
      [tenantId, stripeId, pending, toldAt],
    );
  });
