import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';
import type { DueKept } from './stripe-kept';

type Owed = Pick<DueKept, 'ofTenant' | 'stripeId' | 'account' | 'customer'> & {
  owedFor: string;
  owedBeside: string | null;
};

type Named = Pick<DueKept, 'ofTenant' | 'stripeId'>;

/**
 * Notes that one at Stripe was paid for needlessly, so that it ends and what was paid is given back, however
 * often that has to be tried.
 */
export const noteOwed = async (
  servers: Servers,
  { ofTenant, stripeId, account, customer, owedFor, owedBeside }: Owed,
): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `insert into control.stripe_kept as k
         (of_tenant, stripe_id, kind, account, customer, of_subscription, owed_for, owed_beside)
       values ($1, $2, 'subscription', $3, $4, $5, $5, $6)
       on conflict (of_tenant, stripe_id) do update set owed_for = excluded.owed_for,
         owed_beside = excluded.owed_beside, held_until = null, tries = 0,
         next_at = case when k.owed_for = excluded.owed_for then k.next_at else now() end`,
      [ofTenant, stripeId, account, customer, owedFor, owedBeside],
    );
  });

/** Notes how much is owed back still; undefined where Stripe has nothing of it by now. */
export const noteOwedSum = async (
  servers: Servers,
  { ofTenant, stripeId, sum }: Named & { sum: { amount: number; currency: string } | undefined },
): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_kept set owed_amount = $3, owed_currency = $4
       where of_tenant = $1 and stripe_id = $2`,
      [ofTenant, stripeId, sum?.amount ?? null, sum?.currency ?? null],
    );
  });

/** Notes that it pays for something after all; it is brought in line with that in some seconds. */
export const noteNotOwed = async (servers: Servers, { ofTenant, stripeId }: Named): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_kept set owed_for = null, owed_beside = null, said = null,
         owed_amount = null, owed_currency = null,
         held_until = null, next_at = now() + interval '10 seconds'
       where of_tenant = $1 and stripe_id = $2`,
      [ofTenant, stripeId],
    );
  });
