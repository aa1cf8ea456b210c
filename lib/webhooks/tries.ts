import { sql } from 'drizzle-orm';
import { type DeliveryTry, webhookDeliveries } from '@/db/schema/control';

const { tries } = webhookDeliveries;

const kept = 20;

/** The last tries of a delivery with another one at their end. */
export const withTry = (made: DeliveryTry) =>
  sql`(case when jsonb_array_length(${tries}) >= ${kept} then ${tries} - 0 else ${tries} end)
    || ${JSON.stringify([made])}::jsonb`;

/** What the log says where nothing was sent: its webhook is off, or too much waited for it. */
export const unsent = (fault: 'off' | 'crowded' | 'secret'): DeliveryTry => ({
  ...{ at: new Date().toISOString(), status: null, fault, durationMs: 0, answer: '' },
});
