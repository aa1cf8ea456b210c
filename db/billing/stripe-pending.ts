import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';

/** A subscription of which something was heard since Stripe was asked what it set off. */
export interface UnreadPending {
  tenantId: string;
  stripeId: string;
  /** When it was heard of last, exactly. */
  heardAt: string;
}

const atOnce = 50;

/** Subscriptions that changed at Stripe since; some of them, those that waited for longest first. */
export const listUnreadPending = (servers: Servers, account: string): Promise<UnreadPending[]> =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<UnreadPending>(
      `select tenant_id as "tenantId", stripe_id as "stripeId", heard_at::text as "heardAt"
       from control.stripe_subscriptions
       where account = $1 and pending_for is distinct from heard_at
         and status in ('active', 'trialing', 'past_due', 'unpaid')
       order by heard_at limit ${atOnce}`,
      [account],
    );
    return rows;
  });

/** Notes what is set off and not invoiced; where more was heard meanwhile, it is read again. */
export const notePending = (
  servers: Servers,
  { tenantId, stripeId, heardAt }: UnreadPending,
  pending: number,
): Promise<void> =>
  onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_subscriptions set pending = $3, pending_for = $4::timestamptz
       where tenant_id = $1 and stripe_id = $2`,
      [tenantId, stripeId, pending, heardAt],
    );
  });
