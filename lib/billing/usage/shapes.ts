import { z } from 'zod';
import { meterNames } from '../meters';

const Share = z.strictObject({
  id: z.string(),
  /** Null for who is gone by now. */
  name: z.string().nullable(),
  quantity: z.number(),
});
export type Share = z.output<typeof Share>;

const MeterView = z.strictObject({
  meter: z.enum(meterNames),
  /** In this month so far. */
  used: z.number(),
  /** By the end of the month, if it goes on like this. */
  forecast: z.number(),
  days: z.array(z.strictObject({ day: z.iso.date(), quantity: z.number() })),
  byMember: z.array(Share),
  byToken: z.array(Share),
  byModule: z.array(Share),
});
export type MeterView = z.output<typeof MeterView>;

const Correction = z.strictObject({
  id: z.uuid(),
  meter: z.enum(meterNames),
  at: z.coerce.date(),
  quantity: z.number(),
  reason: z.string(),
});

const Estimate = z.strictObject({
  currency: z.string(),
  interval: z.enum(['month', 'year']),
  /** What the invoice is for: the period that is paid at Stripe, or the calendar's, UTC. */
  from: z.coerce.date(),
  to: z.coerce.date(),
  /** In the smallest unit of the currency: for what was used so far, and for the forecast. */
  soFar: z.number(),
  forecast: z.number(),
});

/** What a tenant used this month and in the days before, and what that comes to. */
export const UsageView = z.strictObject({
  from: z.coerce.date(),
  to: z.coerce.date(),
  /** Up to here hours are sealed; null before the first. */
  sealedUntil: z.coerce.date().nullable(),
  meters: z.array(MeterView),
  corrections: z.array(Correction),
  estimates: z.array(Estimate),
});
export type UsageView = z.output<typeof UsageView>;
