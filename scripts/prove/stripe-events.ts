import type Stripe from 'stripe';
import { useCluster } from '@/db/testing/cluster';
import { signatureOf } from '@/lib/billing/stripe/local/local';
import { lookAtSubscriptions } from '@/lib/billing/stripe/look';
import {
  eventSecret,
  openToldStage,
  type Payer,
  type ToldStage,
} from '@/lib/billing/stripe/testing/told';
import { ownField } from '@/lib/billing/stripe/told/read';
import { log } from '@/lib/log';
import type { ProofContext } from '../testing/proof';
import { live } from '../testing/stripe-life';
import { type RunningWeb, send, startWeb } from '../testing/web';

export const name = 'stripe-events';

const sizes = {
  small: { tenants: 2, events: 60, orders: 4 },
  full: { tenants: 10, events: 1_000, orders: 5 },
};
const copies = 3;
const atOnce = 8;

/**
 * Whatever Stripe tells, in any order and three times over, ends where the same events end in their own
 * order, and where Stripe is; what it did not sign, or what names somebody else, changes nothing.
 */
export async function run({ adminUrl, size, scratch, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  log.level = 'silent';
  const stage = await openToldStage();
  const env = { STRIPE_WEBHOOK_SECRET: eventSecret };
  const web = await startWeb(stage.world.database, { dataDir: scratch, env });
  try {
    const wanted = sizes[size];
    const told: Line[] = [];
    for (let n = 0; n < wanted.tenants; n += 1) {
      told.push(await lineOf(stage, Math.ceil(wanted.events / wanted.tenants)));
    }
    await claimOrders({ stage, web, claim }, told, wanted.orders);
    await claimForged({ stage, web, claim }, told);
  } finally {
    await web.stop();
    await stage.end();
  }
}

interface Proving {
  stage: ToldStage;
  web: RunningWeb;
  claim: ProofContext['claim'];
}

/** A tenant and everything that Stripe has to tell of it. */
interface Line {
  payer: Payer;
  events: Stripe.Event[];
}

async function lineOf(stage: ToldStage, count: number): Promise<Line> {
  const payer = await stage.payer();
  const events = await live(stage, payer, count);
  return { payer, events };
}

async function claimOrders(proving: Proving, lines: Line[], orders: number) {
  const { stage, claim } = proving;
  const all = lines.flatMap(({ events }) => events);
  for (const event of all) await post(proving, event);
  const own = await statesOf(stage, lines);
  const afterLook = await lookedAt(stage, lines);
  const faults = { before: 0, after: 0, refused: 0 };
  for (let n = 0; n < orders; n += 1) {
    await reset(stage, lines);
    const mixed = shuffled(Array.from({ length: copies }, () => all).flat());
    for (let from = 0; from < mixed.length; from += atOnce) {
      const answers = await Promise.all(
        mixed.slice(from, from + atOnce).map((event) => post(proving, event)),
      );
      faults.refused += answers.filter((status) => status !== 200).length;
    }
    if ((await statesOf(stage, lines)) !== own) faults.before += 1;
    if ((await lookedAt(stage, lines)) !== afterLook) faults.after += 1;
  }
  claim({
    name: `${all.length} events of ${lines.length} tenants, ${copies} times each, in ${orders} orders`,
    figure: `${faults.before} other ends, ${faults.after} after a look, ${faults.refused} not taken`,
    bound: 'the end of their own order, each time',
    ok: faults.before + faults.after + faults.refused === 0 && all.length > 0,
  });
  const wrong = await unlikeStripe(stage, lines);
  claim({
    name: 'subscriptions and invoices beside those of Stripe',
    figure: `${wrong.length} differ ${wrong.slice(0, 3).join(', ')}`.trim(),
    bound: 'none differs',
    ok: wrong.length === 0,
  });
}

/** Does what the operator does with what is in doubt. */
async function lookedAt(stage: ToldStage, lines: Line[]): Promise<string> {
  await stage.world.database.query('update control.stripe_looks set next_at = now()');
  await lookAtSubscriptions(stage.world.database.servers, { sdk: stage.stripe.sdk });
  return await statesOf(stage, lines);
}

/** Everything that is held of tenants, without what says when it came. */
async function statesOf({ world }: ToldStage, lines: Line[]): Promise<string> {
  const ids = [lines.map(({ payer }) => payer.tenant.tenantId)];
  const read = (text: string) => world.database.query(text, ids);
  return JSON.stringify([
    await read(
      `select stripe_id, subscription_id, status, items, period_start, period_end, trial_end, cancel_at,
         began from control.stripe_subscriptions where tenant_id = any($1) order by 1`,
    ),
    await read(
      `select stripe_id, number, status, currency, total, amount_paid, amount_remaining, period_start,
         period_end, issued_at, due_at, tries, next_try_at
       from control.stripe_invoices where tenant_id = any($1) order by 1`,
    ),
    await read('select id, state from control.subscriptions where tenant_id = any($1) order by 1'),
  ]);
}

/** As it was before anything was heard. */
async function reset({ world: { database } }: ToldStage, lines: Line[]): Promise<void> {
  for (const { payer } of lines) {
    const of = [payer.tenant.tenantId];
    for (const table of ['stripe_subscriptions', 'stripe_invoices', 'stripe_looks', 'mails']) {
      await database.query(`delete from control.${table} where tenant_id = $1`, of);
    }
    await database.query('delete from control.stripe_events where customer = $1', [payer.customer]);
    await database.query(
      'delete from control.subscription_changes where tenant_id = $1 and revision > 1',
      of,
    );
    await database.query(
      `update control.subscriptions set state = 'signing', revision = 1 where tenant_id = $1`,
      of,
    );
  }
}

/** What is held otherwise than Stripe has it. */
async function unlikeStripe({ world, stripe: { sdk } }: ToldStage, lines: Line[]) {
  const wrong: string[] = [];
  for (const { payer } of lines) {
    const held = await world.database.query<{ id: string; status: string }>(
      `select stripe_id as id, status from control.stripe_subscriptions where tenant_id = $1
       union all select stripe_id, status from control.stripe_invoices where tenant_id = $1`,
      [payer.tenant.tenantId],
    );
    const { customer } = payer;
    const there = [
      ...(await sdk.subscriptions.list({ customer, status: 'all', limit: 100 })).data,
      ...(await sdk.invoices.list({ customer, limit: 100 })).data,
    ];
    const statuses = new Map(held.map(({ id, status }) => [id, status]));
    for (const { id = '', status } of there) {
      if (statuses.get(id) !== status) wrong.push(`${id}: ${statuses.get(id)}, not ${status}`);
    }
  }
  return wrong;
}

/** Requests that must come to nothing, for an event that would change something. */
async function claimForged({ stage, web, claim }: Proving, lines: Line[]) {
  const victim = await stage.payer();
  stage.events();
  await stage.subscribe(victim);
  const events = stage.events().filter(({ type }) => type.startsWith('customer.subscription'));
  const [first] = lines;
  const faults: string[] = [];
  const before = await countsOf(stage);
  for (const event of events) {
    const body = JSON.stringify(event);
    const now = Math.floor(Date.now() / 1_000);
    const forgeries: Record<string, [body: string, signature: string]> = {
      'another secret': [body, signatureOf(body, 'whsec_of_nobody_here', now)],
      'too old': [body, signatureOf(body, eventSecret, now - 301)],
      altered: [body.replace('"status"', ' "status"'), signatureOf(body, eventSecret, now)],
      'another time': [body, signatureOf(body, eventSecret, now).replace(/t=\d+/, `t=${now + 1}`)],
      'no signature': [body, ''],
      'of an older scheme': [body, signatureOf(body, eventSecret, now).replace('v1=', 'v0=')],
    };
    for (const [what, [text, signature]] of Object.entries(forgeries)) {
      const { status } = await deliver(web, text, signature);
      if (status !== 400) faults.push(`${what}: ${status}`);
    }
    // Signed well, of one who is known, naming what is another tenant's.
    const named = JSON.parse(body.replaceAll(victim.customer, first?.payer.customer ?? ''));
    named.id = `${event.id}_other`;
    named.data.object.id = `${named.data.object.id}_other`;
    named.data.object.metadata = {
      [ownField]: victim.ours,
      rowhouse_tenant: victim.tenant.tenantId,
    };
    const text = JSON.stringify(named);
    const { status } = await deliver(web, text, signatureOf(text, eventSecret, now));
    if (status !== 200) faults.push(`another tenant’s subscription: ${status}`);
  }
  const after = await countsOf(stage);
  if (after !== before) faults.push(`${before} became ${after}`);
  if ((await stage.stateOf(victim.ours)) !== 'signing') faults.push('a subscription was signed');
  claim({
    name: `${events.length * 7} events that were forged, altered, late or name what is another's`,
    figure: faults.join(', ') || 'no effect',
    bound: 'refused, or without effect',
    ok: faults.length === 0 && events.length > 0,
  });
}

async function countsOf({ world }: ToldStage): Promise<string> {
  const [found] = await world.database.query<{ rows: string }>(
    `select concat_ws(' ', (select count(*) from control.stripe_subscriptions),
       (select count(*) from control.stripe_invoices), (select count(*) from control.subscription_changes),
       (select count(*) from control.stripe_events where id not like '%\\_other')) as rows`,
  );
  return found?.rows ?? '';
}

async function post({ web }: Proving, event: Stripe.Event): Promise<number> {
  const body = JSON.stringify(event);
  const signature = signatureOf(body, eventSecret, Math.floor(Date.now() / 1_000));
  return (await deliver(web, body, signature)).status;
}

const deliver = ({ port }: RunningWeb, body: string, signature: string) =>
  send(port, {
    ...{ method: 'POST', path: '/api/stripe/events', body },
    headers: {
      ...{ host: 'rowhouse.localhost', 'content-type': 'application/json; charset=utf-8' },
      ...(signature && { 'stripe-signature': signature }),
    },
  });

function shuffled<T>(list: T[]): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(Math.random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}
