import type Stripe from 'stripe';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { log } from '@/lib/log';
import type { Thing } from './local/objects';
import { lookAtSubscriptions } from './look';
import { handAll, openToldStage, type Payer, type ToldStage } from './testing/told';

let stage: ToldStage;
beforeAll(async () => {
  log.level = 'silent';
  stage = await openToldStage();
});
afterAll(() => stage.end());

const query = <T extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  stage.world.database.query<T>(text, values);

/** A payer with so many invoices, each at another second. */
async function withInvoices(count: number): Promise<Payer> {
  const payer = await stage.paying();
  const { store } = stage.stripe.server.local;
  const [one] = store.all('invoice').filter(({ customer }) => customer === payer.customer);
  for (let n = 1; n < count; n += 1) {
    const made = { ...(one as Thing), id: `in_${payer.customer}_${n}`, number: `N-${n}` };
    store.put({ ...made, created: Number(one?.created) + n } as Thing);
  }
  await query('delete from control.stripe_invoices where tenant_id = $1', [payer.tenant.tenantId]);
  await query(`update control.stripe_looks set next_at = now() + interval '1 day'`);
  await query(
    `insert into control.stripe_looks (tenant_id, id, customer) values ($1, app.uuid7(), $2)
     on conflict (tenant_id, customer) do update set next_at = now()`,
    [payer.tenant.tenantId, payer.customer],
  );
  return payer;
}

const kept = async ({ tenant }: Payer) =>
  (
    await query<{ n: number; parts: number }>(
      `select count(*)::int as n, count(distinct heard_at)::int as parts
       from control.stripe_invoices where tenant_id = $1`,
      [tenant.tenantId],
    )
  )[0];

/** Counts pages of invoices that are asked for, and has the so-manieth break. */
function counting(breaksAt = 0) {
  const sdk = stage.stripe.sdkWith({ maxNetworkRetries: 0, timeout: 1_000 });
  const asked: string[] = [];
  const list = sdk.invoices.list.bind(sdk.invoices);
  sdk.invoices.list = ((params: Stripe.InvoiceListParams) => {
    asked.push(params.starting_after ?? 'from the newest');
    if (asked.length === breaksAt) throw new Error('The line broke.');
    return list(params);
  }) as typeof list;
  return { sdk, asked };
}

const look = (sdk: Stripe) => lookAtSubscriptions(stage.world.database.servers, { sdk });

it('invoices are taken fifty at a time, each part by itself', async () => {
  const payer = await withInvoices(120);
  const { sdk, asked } = counting();
  expect(await look(sdk)).toBe(1);
  expect(asked).toHaveLength(3);
  expect(await kept(payer)).toEqual({ n: 120, parts: 3 });
});

it('a look that breaks off goes on where it stopped, and the next one begins anew', async () => {
  const payer = await withInvoices(120);
  await look(counting(3).sdk);
  expect(await kept(payer)).toMatchObject({ n: 100 });
  const due = `update control.stripe_looks set next_at = now() where customer = $1`;
  await query(due, [payer.customer]);
  const again = counting();
  await look(again.sdk);
  expect(again.asked).toEqual(['from the newest', expect.stringMatching(/^in_/)]);
  expect(await kept(payer)).toMatchObject({ n: 120 });
  await query(due, [payer.customer]);
  const next = counting();
  await look(next.sdk);
  expect(next.asked).toHaveLength(3);
  expect(next.asked[0]).toBe('from the newest');
});

it('a look that goes on reads what changed before the place where one broke off', async () => {
  const payer = await withInvoices(120);
  await look(counting(3).sdk);
  const { store } = stage.stripe.server.local;
  const newest = store.find<Thing>('invoice', `in_${payer.customer}_119`) as Thing;
  store.put({ ...newest, amount_paid: 1 });
  await query(`update control.stripe_looks set next_at = now() where customer = $1`, [
    payer.customer,
  ]);
  await look(counting().sdk);
  const [row] = await query<{ paid: string }>(
    'select amount_paid as paid from control.stripe_invoices where stripe_id = $1',
    [newest.id],
  );
  expect(row?.paid).toBe('1');
});

it.each(['asked for anew', 'gone at Stripe'])(
  'what broke off and is %s begins anew',
  async (how) => {
    const payer = await withInvoices(120);
    await look(counting(2).sdk);
    const { store } = stage.stripe.server.local;
    if (how === 'gone at Stripe') {
      store.remove('invoice', `in_${payer.customer}_70`);
      await query(`update control.stripe_looks set next_at = now() where customer = $1`, [
        payer.customer,
      ]);
      await look(counting().sdk);
    } else {
      await handAll([
        {
          ...{
            id: `evt_${payer.customer}`,
            object: 'event',
            type: 'customer.subscription.updated',
          },
          ...{ created: 1_800_000_000 },
          data: { object: { id: 'sub_odd', customer: payer.customer } },
        },
      ]);
    }
    await query(`update control.stripe_looks set next_at = now() where customer = $1`, [
      payer.customer,
    ]);
    const again = counting();
    await look(again.sdk);
    expect(again.asked).toHaveLength(3);
    expect((await kept(payer))?.n).toBeGreaterThanOrEqual(119);
  },
);

it('what broke off long ago begins anew', async () => {
  const payer = await withInvoices(60);
  await look(counting(2).sdk);
  await query(
    `update control.stripe_looks set next_at = now(), resume_at = now() - interval '2 hours'
     where customer = $1`,
    [payer.customer],
  );
  const later = counting();
  await look(later.sdk);
  expect(later.asked[0]).toBe('from the newest');
  expect(await kept(payer)).toMatchObject({ n: 60 });
});
