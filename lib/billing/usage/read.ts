import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { placements } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { invoiceOf } from '../estimate';
import { findHeldPlan, termsAt } from '../held-plan';
import { type MeterName, meterNames } from '../meters';
import type { Prices, Quantities } from '../prices';
import { membersUsed } from '../used';
import { forecastOf, lastDays, monthOf } from './forecast';
import { namesOf } from './names';
import { periodsOf } from './periods';
import type { Share, UsageView } from './shapes';
import {
  type ByDay,
  largestParts,
  listCorrections,
  sealedUntil,
  since,
  usedByDay,
  usedSince,
} from './sums';

const shownDays = 30;

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
  const days = lastDays(now, shownDays);
  const from = new Date(Math.min(month.from.getTime(), Date.parse(days[0] ?? '')));
  const byDay = await usedByDay({ db, tenantId, from });
  const parts = await largestParts({ db, tenantId, from: month.from });
  const names = await namesOf(of, parts);
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
  // Nobody pays for what holds for all that are on no plan.
  if (!held || held.fallback) return [];
  return (await termsAt(db, held.id, held.version))?.prices ?? [];
}

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
  const estimates = [];
  for (const period of await periodsOf(of, now)) {
    const { interval, currency, from, to, pending } = period;
    const since = await usedSince({ db, tenantId, from: period.countedFrom });
    const used = quantitiesBy((meter) => since.get(meter) ?? 0);
    const foreseen = quantitiesBy((meter) =>
      forecastOf({
        ...{ used: since.get(meter) ?? 0, byDay: byDay.get(meter) ?? none },
        ...{ now, until: to },
      }),
    );
    const charged = prices.filter((price) => !currency || price.currency === currency);
    const soFar = invoiceOf(charged, interval, { ...fixed, used });
    const later = invoiceOf(charged, interval, { ...fixed, used: foreseen });
    for (const [at, { currency, total }] of soFar.entries()) {
      const forecast = Number(later[at]?.total ?? total) + pending;
      estimates.push({ currency, interval, from, to, soFar: Number(total) + pending, forecast });
    }
  }
  return estimates;
}

const quantitiesBy = (count: (meter: MeterName) => number): Quantities['used'] =>
  Object.fromEntries(meterNames.map((meter) => [meter, BigInt(Math.max(0, count(meter)))]));
