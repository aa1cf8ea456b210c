import type Stripe from 'stripe';
import { findOwn, noteMoved, type OwnSubscription, readBy } from '@/db/billing/stripe-asks';
import type { ControlDb } from '@/db/control';
import { whyLeftToStaff } from '../left-to-staff';
import { inTurn, turn } from '../subscriptions/turn';
import { PlanTerms } from '../terms';
import type { Asking } from './asking';
import { Refused } from './faults';
import { paidThere } from './paid';
import { isRunning, itemsOfChange } from './preview';
import { requests } from './requests';
import { seenOf } from './seen';

/**
 * Has what is paid for go on as another plan, and signs that here in the place of what held, together with
 * the note that it was done. Repeating it finds what is done already. Throws `Refused`.
 */
export async function changePlan({ servers, access, ask }: Asking) {
  const { sdk } = access;
  const { tenantId, id, subscriptionId, byName } = ask;
  const own = await findOwn(servers, tenantId, subscriptionId);
  if (!own) throw new Refused('This was taken back meanwhile.');
  const { subscription: before } = await paidThere({ servers, access, ask });
  const isDone = before.metadata.rowhouse_subscription === own.id;
  // Whoever took it back, or ended it, before Stripe was told of it: nothing was changed there.
  if (!isDone && own.state !== 'signing') throw new Refused('This was taken back meanwhile.');
  const left = (db: ControlDb) => whyLeftToStaff(db, { tenantId, id: own.id });
  if (!isDone && (await readBy(servers, left))) throw new Refused('The platform signs this plan.');
  const after = isDone ? before : await tell(sdk, before, { own, request: ask.request, key: id });
  return {
    result: { changed: true },
    and: async (db: ControlDb, control: Parameters<typeof noteMoved>[0]) => {
      await inTurn(db, tenantId);
      const now = await findOwn(servers, tenantId, own.id);
      // What staff said meanwhile stands: it is given back to what holds, and staff sign this one.
      const isSigning = now?.state === 'signing' && !(await left(db));
      const isOurs = isSigning || now?.state === 'signed';
      if (isSigning) {
        const { revision } = now;
        const word = { byName, reason: 'Paid for at Stripe' };
        await turn(db, { tenantId, id: own.id, revision, to: 'signed', ...word });
      }
      await noteMoved(control, {
        ...seenOf(tenantId, after),
        subscriptionId: isOurs ? own.id : null,
      });
    },
  };
}

interface Telling {
  own: OwnSubscription;
  request: unknown;
  key: string;
}

async function tell(sdk: Stripe, before: Stripe.Subscription, { own, request, key }: Telling) {
  const { charge, at, seats, tier } = requests.change.parse(request);
  const terms = PlanTerms.parse(own.terms);
  const wish = { ...own, terms, charge, here: { seats, tier } };
  return await sdk.subscriptions.update(
    before.id,
    {
      items: await itemsOfChange(sdk, before, wish),
      ...{ proration_behavior: 'create_prorations', cancel_at_period_end: false },
      ...(at !== null && isRunning(before) && { proration_date: at }),
      // A payment that fails leaves everything as it was.
      payment_behavior: 'error_if_incomplete',
      metadata: { rowhouse_subscription: own.id },
    },
    { idempotencyKey: key },
  );
}
