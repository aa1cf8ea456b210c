import { randomBytes } from 'node:crypto';
import type Stripe from 'stripe';
import { StripeFault } from './fault';
import { apiVersion, type Clock, type Endpoint, known, type Local, nowFor, present } from './local';
import { made, newId, type Thing } from './objects';

/** The portal is found by its id for as long as its customer is there. */
export interface Portal extends Thing {
  customer: string;
  return_url: string | null;
  url: string;
}

export function createPortal(
  local: Local,
  { customer, return_url }: Stripe.BillingPortal.SessionCreateParams,
): Portal {
  if (!customer) throw new StripeFault('Missing required param: customer.', { param: 'customer' });
  present(local, customer, 'customer');
  const id = newId('bps');
  return local.store.put(
    made<Portal>('billing_portal.session', {
      ...{
        id,
        customer,
        return_url: return_url ?? null,
        created: nowFor(local),
        configuration: 'bpc_local',
      },
      url: `${local.url}/portal/${id}`,
    }),
  );
}

export const createClock = (
  local: Local,
  { frozen_time, name }: Stripe.TestHelpers.TestClockCreateParams,
): Clock =>
  local.store.put(
    made<Clock>('test_helpers.test_clock', {
      ...{ id: newId('clock'), frozen_time, name: name || null, created: nowFor(local) },
      ...{ deletes_after: nowFor(local) + 30 * 86_400, status: 'ready', status_details: {} },
    }),
  );

export function moveClock(
  local: Local,
  { frozen_time }: Stripe.TestHelpers.TestClockAdvanceParams,
  id: string,
): Clock {
  const clock = known<Clock>(local, 'test_helpers.test_clock', id);
  if (frozen_time <= clock.frozen_time) {
    throw new StripeFault('The time must be after the one that the clock shows.', {
      param: 'frozen_time',
    });
  }
  return local.store.put({ ...clock, frozen_time });
}

/** Answers its secret, as Stripe does this once. */
export function createEndpoint(local: Local, params: Stripe.WebhookEndpointCreateParams): Endpoint {
  const { url, enabled_events: wanted, description } = params;
  if (!URL.canParse(url))
    throw new StripeFault('Invalid URL', { code: 'url_invalid', param: 'url' });
  return local.store.put(
    made<Endpoint>('webhook_endpoint', {
      ...{ id: newId('we'), url, description: description || null, status: 'enabled' },
      ...{ created: nowFor(local), enabled_events: [...wanted], metadata: {} },
      ...{ api_version: apiVersion, secret: `whsec_${randomBytes(24).toString('base64url')}` },
    }),
  );
}

/** One for all keys, and for as long as the journal is there. */
export function getAccount({ store }: Local): Thing {
  const [own] = store.all('account');
  if (own) return own;
  const created = Math.floor(Date.now() / 1000);
  return store.put({ id: newId('acct'), object: 'account', created, type: 'standard' });
}
