import { noteSeen } from '@/db/billing/stripe-kept';
import type { Asking } from './asking';
import { Refused } from './faults';
import { paidThere } from './paid';
import { requests } from './requests';
import { seenOf } from './seen';

/** Ends what is paid for with the period that was paid, or takes that back. Throws `Refused`. */
export async function endPlan({ servers, access, ask }: Asking) {
  const { ends } = requests.end.parse(ask.request);
  const { heldId, subscription } = await paidThere({ servers, access, ask });
  if (heldId !== ask.subscriptionId) throw new Refused('Another plan holds by now.');
  const after = await access.sdk.subscriptions.update(
    subscription.id,
    { cancel_at_period_end: ends },
    { idempotencyKey: ask.id },
  );
  const seen = seenOf(ask.tenantId, after);
  await noteSeen(servers, seen);
  return { result: { endsAt: seen.cancelAt?.toISOString() ?? null } };
}
