import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { placements } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { invoiceOf } from '../estimate';
import { findHeldPlan } from '../held-plan';
import { type MeterName, meterNames } from '../meters';
import type { Prices, Quantities } from '../prices';
import { PlanTerms } from '../terms';
import { membersUsed } from '../used';
import { forecastOf, lastDays, monthOf } from './forecast';
import { namesOf } from './names';
import type { Share, UsageView } from './shapes';
import { type ByDay, largestParts, listCorrections, sealedUntil, since, usedByDay } from './sums';

const shownDays = 30;
const dayMs = 86_400_000;

/** What this workspace used, and what its next invoice comes to. */
export const getOwnUsage = ({ db, tenant }: ControlCtx): Promise<z.input<typeof UsageView>> =>
  readUsage({ db, tenantId: tenant.id, withTokens: true });

interface Of {
  db: ControlDb;
  tenantId: string;
  /** Whether names of tokens may be read. */
  withTokens: boolean;
}

export async function readUsage(of: Of): Promise<z.input<typeof UsageView>> {
  const { db, tenantId } = of;
  const now = new Date();
  const month = monthOf(now);
  const prices = await pricesOf(of);
  const from = firstOf(now, prices);
  const byDay = await usedByDay({ db, tenantId, from });
  const parts = await largestParts({ db, tenantId, from: month.from });
  const names = await namesOf(of, parts);
  const days = lastDays(now, shownDays);
  return {
    ...month,
    sealedUntil: await sealedUntil(of),
    meters: meterNames
      .filter((meter) => byDay.has(meter))
      .map((meter) => {
        const used = since(byDay.get(meter), month.from);
        const shares = (by: (typeof parts)[number]['by']): Share[] =>
          parts
            .filter((part) => part.meter === meter && part.by === by)
            .map(({ id, quantity }) => ({ id, name: names.get(id) ?? null, quantity }));
        return {
          ...{ meter, used, forecast: forecastOf({ used, byDay: byDay.get(meter) ?? none, now }) },
          days: days.map((day) => ({ day, quantity: byDay.get(meter)?.get(day) ?? 0 })),
          ...{ byMember: shares('member'), byToken: shares('token'), byModule: shares('module') },
        };
      }),
    corrections: await listCorrections({ db, tenantId, from: month.from }),
    estimates: prices.length > 0 ? await estimatesOf(of, { prices, byDay, now }) : [],
  };
}

const none: ReadonlyMap<string, number> = new Map();

async function pricesOf({ db, tenantId }: Of): Promise<z.output<typeof Prices>> {
  const held = await findHeldPlan(db, tenantId);
  return held ? PlanTerms.parse(held.terms).prices : [];
}

/** From when on days are asked for: a price by the year wants all of the year. */
function firstOf(now: Date, prices: z.output<typeof Prices>): Date {
  const month = monthOf(now).from.getTime();
  const shown = Date.parse(lastDays(now, shownDays)[0] ?? '');
  const yearly = prices.some(({ interval }) => interval === 'year');
  return new Date(Math.min(month, shown, ...(yearly ? [yearOf(now).getTime()] : [])));
}

const yearOf = (now: Date) => new Date(Date.UTC(now.getUTCFullYear(), 0, 1));

interface Known {
  prices: z.output<typeof Prices>;
  byDay: ByDay;
  now: Date;
}

async function estimatesOf(of: Of, { prices, byDay, now }: Known) {
  const { db, tenantId } = of;
  const [place] = await db
    .select({ tier: placements.tier })
    .from(placements)
    .where(eq(placements.tenantId, tenantId));
  const fixed = { seats: await membersUsed(db, tenantId), tier: place?.tier ?? 'pooled' } as const;
  return (['month', 'year'] as const).flatMap((interval) => {
    const from = interval === 'year' ? yearOf(now) : monthOf(now).from;
    const to = interval === 'year' ? new Date(Date.UTC(now.getUTCFullYear() + 1, 0, 1)) : undefined;
    const used = quantitiesBy((meter) => since(byDay.get(meter), from));
    const foreseen = quantitiesBy((meter) => {
      const days = byDay.get(meter) ?? none;
      const month = forecastOf({ used: since(days, from), byDay: days, now });
      const more = to ? (to.getTime() - monthOf(now).to.getTime()) / dayMs : 0;
      const pace = (month - since(days, from)) / daysLeft(now);
      return Math.round(month + pace * more);
    });
    const soFar = invoiceOf(prices, interval, { ...fixed, used });
    const later = invoiceOf(prices, interval, { ...fixed, used: foreseen });
    return soFar.map(({ currency, total }, at) => ({
      ...{ currency, interval, soFar: Number(total) },
      forecast: Number(later[at]?.total ?? total),
    }));
  });
}

const daysLeft = (now: Date) => (monthOf(now).to.getTime() - now.getTime()) / dayMs;

const quantitiesBy = (count: (meter: MeterName) => number): Quantities['used'] =>
  Object.fromEntries(meterNames.map((meter) => [meter, BigInt(Math.max(0, count(meter)))]));
