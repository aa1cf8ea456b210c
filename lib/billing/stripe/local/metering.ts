import type Stripe from 'stripe';
import { StripeFault } from './fault';
import { known, type Local, nowFor } from './local';
import { listOf, made, newId, type Thing } from './objects';

const day = 86_400;

interface Meter extends Thing {
  event_name: string;
  status: 'active' | 'inactive';
}

interface MeterEvent extends Thing {
  event_name: string;
  identifier: string;
  payload: Record<string, string>;
  timestamp: number;
}

export function createMeter(local: Local, params: Stripe.Billing.MeterCreateParams): Meter {
  const { event_name, display_name, default_aggregation } = params;
  const taken = local.store
    .all<Meter>('billing.meter')
    .some((one) => one.event_name === event_name && one.status === 'active');
  if (taken) {
    throw new StripeFault(`There is already an active meter for ${event_name}.`, {
      ...{ code: 'resource_already_exists', param: 'event_name' },
    });
  }
  const at = nowFor(local);
  return local.store.put(
    made<Meter>('billing.meter', {
      ...{ id: newId('mtr'), created: at, updated: at, status: 'active', event_name, display_name },
      ...{ default_aggregation, status_transitions: { deactivated_at: null } },
      customer_mapping: params.customer_mapping ?? {
        ...{ event_payload_key: 'stripe_customer_id', type: 'by_id' },
      },
      value_settings: params.value_settings ?? { event_payload_key: 'value' },
    }),
  );
}

/** Refuses what Stripe does: older than 35 days, more than 5 minutes ahead, or named once already. */
export function createMeterEvent(
  local: Local,
  params: Stripe.Billing.MeterEventCreateParams,
): MeterEvent {
  const { event_name, payload, identifier = newId('mevt') } = params;
  const meter = local.store
    .all<Meter>('billing.meter')
    .find((one) => one.event_name === event_name && one.status === 'active');
  if (!meter) {
    throw new StripeFault(`No active meter found for event name ${event_name}.`, {
      ...{ code: 'no_meter', param: 'event_name' },
    });
  }
  const customer = payload.stripe_customer_id ?? '';
  known(local, 'customer', customer, 'payload[stripe_customer_id]');
  // Less than nothing takes back what was told too much.
  if (!/^-?\d+$/.test(payload.value ?? '')) {
    throw new StripeFault('The value is not a whole number.', { param: 'payload[value]' });
  }
  const now = nowFor(local, customer);
  const timestamp = params.timestamp ?? now;
  if (timestamp < now - 35 * day || timestamp > now + 300) {
    throw new StripeFault('The timestamp is too far in the past or in the future.', {
      ...{ code: 'timestamp_out_of_range', param: 'timestamp' },
    });
  }
  const known24 = local.store.find<MeterEvent>('billing.meter_event', identifier);
  if (known24 && known24.created > now - day) {
    throw new StripeFault(`An event already exists with identifier ${identifier}.`, {
      ...{ code: 'duplicate_meter_event', param: 'identifier' },
    });
  }
  // Past its day Stripe counts the same name as another event.
  const id = known24 ? newId('mevt') : identifier;
  return local.store.put(
    made<MeterEvent>('billing.meter_event', {
      ...{ id, identifier, event_name, payload, timestamp, created: now },
    }),
  );
}

/** What a customer used within `[from, to)`. */
export function usedBetween(
  { store }: Local,
  { meter, customer, from, to }: { meter: string; customer: string; from: number; to: number },
): bigint {
  const name = store.find<Meter>('billing.meter', meter)?.event_name;
  return store
    .all<MeterEvent>('billing.meter_event')
    .filter(
      ({ event_name, payload, timestamp }) =>
        event_name === name &&
        payload.stripe_customer_id === customer &&
        timestamp >= from &&
        timestamp < to,
    )
    .reduce((sum, { payload }) => sum + BigInt(payload.value ?? 0), 0n);
}

export function listSummaries(
  local: Local,
  params: Stripe.Billing.MeterListEventSummariesParams,
  id: string,
) {
  known(local, 'billing.meter', id);
  const { customer, start_time: start, end_time: end, value_grouping_window: window } = params;
  if (start % 60 !== 0 || end % 60 !== 0 || end <= start) {
    throw new StripeFault('start_time and end_time must be whole minutes, one after the other.');
  }
  const step = window === 'hour' ? 3_600 : window === 'day' ? day : end - start;
  const summaries = [];
  for (let from = start; from < end; from += step) {
    const to = Math.min(from + step, end);
    const value = usedBetween(local, { meter: id, customer, from, to });
    if (window && value === 0n) continue;
    summaries.push(
      made<Thing>('billing.meter_event_summary', {
        ...{ id: newId('mtrusg'), meter: id, start_time: from, end_time: to },
        aggregated_value: Number(value),
      }),
    );
  }
  return listOf(`/v1/billing/meters/${id}/event_summaries`, summaries.reverse());
}
