import { count, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import {
  stripeUsage,
  stripeUsageDays,
  stripeUsageStates,
  tenants,
  usageHours,
} from '@/db/schema/control';
import { type MeterName, meterNames } from '../../billing/meters';
import type { PlatformCtx } from '../../doors/ctx';

const mostShown = 100;
const u = stripeUsage;
const d = stripeUsageDays;

const Difference = z.strictObject({
  id: z.uuid(),
  tenant: z.strictObject({ id: z.uuid(), name: z.string() }),
  meter: z.enum(meterNames),
  /** UTC. */
  day: z.iso.date(),
  ledger: z.number().int(),
  told: z.number().int(),
  known: z.number().int(),
  /** Hours that were mended, ever. */
  mended: z.number().int(),
  /** Hours that differ still. */
  hours: z.number().int(),
  /** Why it could not be compared. */
  fault: z.string().nullable(),
  comparedAt: z.coerce.date().nullable(),
  /** When it is compared next; null where that would change nothing any more. */
  nextAt: z.coerce.date().nullable(),
});
export type Difference = z.output<typeof Difference>;

const Untold = z.strictObject({
  id: z.uuid(),
  tenant: z.strictObject({ id: z.uuid(), name: z.string() }),
  meter: z.enum(meterNames),
  hour: z.coerce.date(),
  quantity: z.number().int(),
  state: z.enum(stripeUsageStates),
  fault: z.string(),
  nextAt: z.coerce.date().nullable(),
});
export type Untold = z.output<typeof Untold>;

export const UsageLedger = z.strictObject({
  /** Rows of the ledger, of all tenants. */
  sealed: z.number().int(),
  lastSealedAt: z.coerce.date().nullable(),
  /** How many Stripe is told of, by what became of them. */
  states: z.record(z.enum(stripeUsageStates), z.number().int()),
  /** Since when the first that waits does. */
  waitingSince: z.coerce.date().nullable(),
  days: z.strictObject({ compared: z.number().int(), unlike: z.number().int() }),
  lastComparedAt: z.coerce.date().nullable(),
  /** Days that differ, or could not be compared, newest first; a hundred at most. */
  differences: z.array(Difference),
  /** What Stripe did not take, newest first; a hundred at most. */
  untold: z.array(Untold),
});
export type UsageLedger = z.output<typeof UsageLedger>;

const differs = or(sql`${d.unlike} <> '{}'::jsonb`, isNotNull(d.fault));

/** How the ledger of usage stands to what Stripe was told and knows, over all tenants. */
export async function readUsageLedger({ db }: PlatformCtx): Promise<z.input<typeof UsageLedger>> {
  const [[sealed], states, [days], differences, untold] = await db.batch([
    db.select({ n: count(), last: sql<Date | null>`max(${usageHours.sealedAt})` }).from(usageHours),
    db
      .select({ state: u.state, n: count(), since: sql<Date | null>`min(${u.hour})` })
      .from(u)
      .groupBy(u.state),
    db
      .select({
        compared: count(d.comparedAt),
        unlike: sql<number>`count(*) filter (where ${differs})`.mapWith(Number),
        last: sql<Date | null>`max(${d.comparedAt})`,
      })
      .from(d),
    selectDifferences(db),
    selectUntold(db),
  ]);
  const of = (state: (typeof stripeUsageStates)[number]) =>
    states.find((one) => one.state === state);
  return {
    ...{ sealed: sealed?.n ?? 0, lastSealedAt: sealed?.last ?? null },
    states: Object.fromEntries(
      stripeUsageStates.map((state) => [state, of(state)?.n ?? 0]),
    ) as Record<(typeof stripeUsageStates)[number], number>,
    waitingSince: of('waiting')?.since ?? null,
    days: { compared: days?.compared ?? 0, unlike: days?.unlike ?? 0 },
    lastComparedAt: days?.last ?? null,
    differences: differences.map((one) => ({ ...one, meter: one.meter as MeterName })),
    untold: untold.map((one) => ({
      ...{ ...one, meter: one.meter as MeterName, fault: one.fault ?? '' },
    })),
  };
}

type Db = PlatformCtx['db'];

const tenant = { id: tenants.id, name: tenants.name };

const selectDifferences = (db: Db) =>
  db
    .select({
      ...{ id: d.id, tenant, meter: d.meter, day: d.day, ledger: d.ledger, told: d.told },
      ...{ known: d.known, mended: d.mended, fault: d.fault },
      hours: sql<number>`(select count(*) from jsonb_object_keys(${d.unlike}))`.mapWith(Number),
      ...{ comparedAt: d.comparedAt, nextAt: d.nextAt },
    })
    .from(d)
    .innerJoin(tenants, eq(tenants.id, d.tenantId))
    .where(differs)
    .orderBy(desc(d.day), tenants.name, d.meter)
    .limit(mostShown);

const selectUntold = (db: Db) =>
  db
    .select({
      ...{ id: u.id, tenant, meter: u.meter, hour: u.hour, quantity: u.quantity },
      ...{ state: u.state, fault: u.fault, nextAt: u.nextAt },
    })
    .from(u)
    .innerJoin(tenants, eq(tenants.id, u.tenantId))
    .where(or(inArray(u.state, ['refused', 'unsure']), isNotNull(u.fault)))
    .orderBy(desc(u.hour), tenants.name, u.meter)
    .limit(mostShown);
