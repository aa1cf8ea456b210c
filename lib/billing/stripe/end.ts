import { findPaid } from '@/db/billing/stripe-asks';
import { noteSeen } from '@/db/billing/stripe-kept';
import type { Asking } from './asking';
import { Refused } from './faults';
import { requests } from './requests';
import { seenOf } from './seen';

/** Ends what is paid for with the period that was paid, or takes that back. Throws `Refused`. */
export async function endPlan({ servers, access, ask }: Asking) {
  const { ends } = requests.end.parse(ask.request);
  const paid = await findPaid(servers, ask.tenantId, access.account);
  if (!paid || paid.heldId !== ask.subscriptionId) throw new Refused('Another plan holds by now.');
  const after = await access.sdk.subscriptions.update(
    paid.stripeId,
    { cancel_at_period_end: ends },
    { idempotencyKey: ask.id },
  );
  const seen = seenOf(after);
  await noteSeen(servers, seen);
  return { result: { endsAt: seen.cancelAt?.toISOString() ?? null } };
}
