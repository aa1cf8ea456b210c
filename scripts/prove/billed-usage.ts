import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { useCluster } from '@/db/testing/cluster';
import { noteUsage, type UsageEvent } from '@/db/usage/note';
import { sealHours } from '@/db/usage/seal';
import { compareUsage } from '@/lib/billing/stripe/compare-usage';
import type { Thing } from '@/lib/billing/stripe/local/objects';
import { eventOf } from '@/lib/billing/stripe/prices';
import { tellUsage } from '@/lib/billing/stripe/tell-usage';
import { openStripeStage } from '@/lib/billing/stripe/testing/stage';
import { account, UsageStage } from '@/lib/billing/stripe/testing/usage';
import { openWorld } from '@/lib/doors/testing';
import { log } from '@/lib/log';
import { openStaff } from '@/lib/platform/testing/staff';
import { startProgram } from '../testing/program';
import type { ProofContext } from '../testing/proof';
import { pick, seeded } from '../testing/random-views';
import { differences, hourMs, hoursOf, type Sums, sumsOf } from '../testing/usage-sums';

export const name = 'billed-usage';

const sizes = {
  small: { events: 4_000, tenants: 6, kills: 4 },
  full: { events: 100_000, tenants: 40, kills: 40 },
};
const meters = ['requests', 'computing', 'database'] as const;

/**
 * Events of many tenants become hours while a process tells Stripe of them, which loses answers and
 * hangs; the process is killed again and again. Some of what nobody heard of is left for more than a
 * day. After the comparisons Stripe knows what the ledger says, and that is what happened.
 */
export async function run({ adminUrl, size, scratch, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  log.level = 'silent';
  const world = await openWorld();
  const stripe = await openStripeStage();
  try {
    const stage = await UsageStage.open(world, await openStaff(world), stripe);
    const { servers } = world.database;
    const { events: count, tenants: tenantCount, kills } = sizes[size];
    const random = seeded(20_261_124);
    const customers = new Map<string, string>();
    for (let n = 0; n < tenantCount; n++) {
      const { tenantId, customer } = await stage.tenant();
      customers.set(customer, tenantId);
    }
    const events = eventsOf(random, [...customers.values()], count);
    const start = () =>
      startProgram('scripts/testing/telling-hand.ts', world.database, {
        dataDir: scratch,
        env: {
          OPERATOR_DATABASE_URL: world.database.urlOf('rowhouse_operator'),
          STRIPE_API_URL: stripe.url,
        },
      });
    const { faults, store } = stripe.server.local;
    const tally = { lost: 0, hung: 0, killed: 0, copies: 0 };
    const taken = () => store.all('billing.meter_event').length;
    let teller = await start();
    const batch = Math.ceil(count / (kills * 3));
    for (let at = 0, turn = 0; at < count; at += batch, turn++) {
      const told = events.slice(at, at + batch);
      const before = taken();
      await Promise.all([noteUsage(told), noteUsage(told)]);
      tally.copies += told.length;
      await sealHours(servers);
      faults.loseAnswer = 3;
      faults.hang = 2;
      tally.lost += 3;
      tally.hung += 2;
      await until(() => taken() > before);
      // In the middle of it, some tries later.
      await pause(200 + random() * 500);
      if (turn % 3 !== 2) continue;
      await teller.end('SIGKILL');
      tally.killed += 1;
      teller = await start();
    }
    await teller.end('SIGKILL');
    Object.assign(faults, { loseAnswer: 0, hang: 0 });
    const access = { sdk: stripe.sdk, account };
    await world.database.query(
      `update control.stripe_usage set next_at = now(), doubted_at = doubted_at - interval '1 day'
       where next_at is not null`,
    );
    await stage.enter();
    await tellUsage(servers, access);
    const [unsure] = await world.database.query<{ n: string; again: string }>(
      `select count(*) filter (where state = 'unsure') as n, sum(tries) - count(*) as again
       from control.stripe_usage`,
    );
    const ledger = await hoursOf(world, 'usage_hours', `''::text`);
    const known = () => knownOf(store.all<MeterEvent>('billing.meter_event'), customers);
    const twice = [...known()].filter(([key, sum]) => sum > (ledger.get(key) ?? 0n));
    claim({
      name: `hours of which Stripe was told more than once before any comparison (${tally.lost} answers lost, ${tally.hung} requests hung, ${tally.killed} kills, ${unsure?.again} told again)`,
      figure: twice.length,
      bound: '0',
      ok: twice.length === 0 && known().size > 0 && Number(unsure?.again) > 0,
    });
    for (let look = 0; look < 4; look++) {
      await world.database.query(
        `update control.stripe_usage_days
         set next_at = now(), compared_at = compared_at - interval '1 hour'`,
      );
      await compareUsage(servers, access);
      await tellUsage(servers, access);
    }
    const [end] = await world.database.query<{ mended: string; open: string; unlike: string }>(
      `select (select count(*) from control.stripe_usage where usage_id is null) as mended,
         (select count(*) from control.stripe_usage
           where state not in ('sent', 'settled')) as open,
         (select count(*) from control.stripe_usage_days where unlike <> '{}') as unlike`,
    );
    const truth = sumsOf(events, () => '');
    const wrong = [...differences(truth, ledger), ...differences(ledger, known())];
    claim({
      name: `hours at Stripe that differ from the ledger, or that from ${count} events of ${tenantCount} tenants (${tally.copies} copies; ${unsure?.n} left for a day, ${end?.mended} hours mended)`,
      figure: wrong.slice(0, 5).join('; ') || 0,
      bound: '0',
      ok: wrong.length === 0 && truth.size > 0 && tally.killed > 0 && Number(unsure?.n) > 0,
    });
    claim({
      name: 'rows still to be told, or days that a comparison finds to differ, once all is quiet',
      figure: `${end?.open} and ${end?.unlike}`,
      bound: '0 and 0',
      ok: end?.open === '0' && end.unlike === '0',
    });
  } finally {
    await stripe.end();
    await world.end();
  }
}

function eventsOf(random: () => number, tenants: string[], count: number): UsageEvent[] {
  const over = Math.floor((Date.now() - 10 * 60_000) / hourMs) * hourMs;
  return Array.from({ length: count }, () => ({
    ...{ id: uuidv7(), tenantId: pick(random, tenants), meter: pick(random, [...meters]) },
    at: new Date(over - Math.ceil(random() * 5 * hourMs)).toISOString(),
    quantity: Math.ceil(random() * 1_000),
    ...{ actorId: null, tokenId: null, module: null },
  }));
}

interface MeterEvent extends Thing {
  event_name: string;
  timestamp: number;
  payload: Record<string, string>;
}

/** What Stripe was sent, by tenant, meter and hour. */
function knownOf(events: readonly MeterEvent[], customers: ReadonlyMap<string, string>): Sums {
  const sums: Sums = new Map();
  for (const { event_name: event, timestamp, payload } of events) {
    const tenant = customers.get(payload.stripe_customer_id ?? '');
    const meter = meters.find((one) => eventOf(one) === event);
    const key = `${tenant} ${meter} ${timestamp * 1000} `;
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(payload.value ?? 0));
  }
  for (const [key, sum] of sums) if (sum === 0n) sums.delete(key);
  return sums;
}

async function until(holds: () => boolean) {
  const end = Date.now() + 30_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error('Stripe is told of nothing.');
    await pause(5);
  }
}
