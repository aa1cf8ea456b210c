import { enterUsage } from '@/db/billing/stripe-usage';
import { useCluster } from '@/db/testing/cluster';
import type { Price } from '@/lib/billing/prices';
import { planProcedures as plan } from '@/lib/billing/procedures';
import { readPending } from '@/lib/billing/stripe/pending';
import { tellUsage } from '@/lib/billing/stripe/tell-usage';
import { account, openPayStage, type PayStage } from '@/lib/billing/stripe/testing/paying';
import { invoke } from '@/lib/doors/callable';
import { log } from '@/lib/log';
import { BillModel } from '../testing/bill-model';
import type { ProofContext } from '../testing/proof';
import { pick, seeded } from '../testing/random-views';

export const name = 'accounting';

const sizes = { small: { histories: 6, steps: 12 }, full: { histories: 150, steps: 20 } };
const [hour, day] = [3_600, 86_400];

/**
 * Random histories of tenants that pay: changes of plan up and down, seats that come and go, use with
 * corrections, clocks that jump over the ends of periods. After each step what Stripe would ask for and
 * what the tenant is told it will be are what the history comes to, and so is every invoice.
 */
export async function run({ adminUrl, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  log.level = 'silent';
  const stage = await openPayStage();
  const seen: Seen = { steps: 0, invoices: 0, kinds: {}, wrong: [] };
  try {
    for (let n = 0; n < sizes[size].histories; n++) {
      const random = seeded(20_261_125 + n);
      await stage.begin();
      const history = await History.open(stage, random, seen);
      for (let step = 0; step < sizes[size].steps; step++) await history.step();
      await history.close();
      await stage.stripe.end();
    }
  } finally {
    await stage.world.end();
  }
  const { steps, invoices, kinds, wrong } = seen;
  const kindWords = Object.entries(kinds).map(([kind, count]) => `${count} ${kind}`);
  claim({
    name: `amounts that differ between ledger, Stripe's preview or invoice, what the tenant is told and what the history comes to, after ${steps} steps of ${sizes[size].histories} tenants (${kindWords.join(', ')}) and in ${invoices} invoices`,
    figure: wrong.slice(0, 4).join('; ') || 0,
    bound: '0',
    ok: wrong.length === 0 && invoices >= sizes[size].histories && Object.keys(kinds).length === 4,
  });
}

interface Seen {
  steps: number;
  invoices: number;
  kinds: Record<string, number>;
  wrong: string[];
}

interface Sold {
  planId: string;
  version: number;
  name: string;
  prices: Price[];
}

/** One tenant, its clock at Stripe, and beside them what everything comes to. */
class History {
  readonly #stage: PayStage;
  readonly #random: () => number;
  readonly #seen: Seen;
  readonly #plans: Sold[];
  readonly #clock: string;
  readonly #model: BillModel;
  #now: number;
  #guests: string[] = [];
  #ledger = 0;

  private constructor(
    stage: PayStage,
    { random, seen, plans, clock, now }: Opened,
    model: BillModel,
  ) {
    this.#stage = stage;
    this.#random = random;
    this.#seen = seen;
    this.#plans = plans;
    this.#clock = clock;
    this.#now = now;
    this.#model = model;
  }

  static async open(stage: PayStage, random: () => number, seen: Seen): Promise<History> {
    const plans: Sold[] = [];
    for (let n = 0; n < 3; n++) {
      const prices = pricesOf(random);
      plans.push({ ...(await stage.publish({ prices })), prices });
    }
    const first = plans[0] as Sold;
    const { id, askId } = await stage.ask(first);
    await stage.answer();
    const { sdk, server } = stage.stripe;
    const now = Math.floor(Date.now() / 1_000);
    const { id: clock } = await sdk.testHelpers.testClocks.create({ frozen_time: now });
    const [customer] = server.local.store.all('customer');
    if (customer) server.local.store.put({ ...customer, test_clock: clock });
    await stage.pay(askId);
    await hear(stage, now, id);
    const span = await spanOf(stage);
    const standing = { version: first.planId, prices: first.prices, seats: 1 };
    const opened = { random, seen, plans, clock, now };
    return new History(stage, opened, new BillModel(standing, span));
  }

  async step(): Promise<void> {
    const kind = pick(this.#random, ['use', 'use', 'seats', 'plan', 'time', 'time'] as const);
    this.#seen.steps += 1;
    this.#seen.kinds[kind] = (this.#seen.kinds[kind] ?? 0) + 1;
    if (kind === 'use') await this.#use();
    else if (kind === 'seats') await this.#seats();
    else if (kind === 'plan') await this.#plan();
    else await this.#wait(Math.ceil(this.#random() * 25 * day));
    await this.#compare(kind);
  }

  /** Waits for the last invoice. */
  async close(): Promise<void> {
    await this.#wait(this.#model.ends - this.#now + hour);
    await this.#compare('the end');
  }

  async #use() {
    const { world, a } = this.#stage;
    const begun = Math.floor(this.#now / hour) * hour - Math.floor(this.#random() * 48) * hour;
    const before = this.#used.get(begun) ?? 0;
    // What is taken back was there.
    const quantity =
      before > 0 && this.#random() < 0.3
        ? -Math.ceil(this.#random() * before)
        : Math.ceil(this.#random() * 5_000);
    this.#used.set(begun, before + quantity);
    await world.database.query(
      `insert into control.usage_hours (tenant_id, id, meter, hour, sequence, quantity)
       select $1, app.uuid7(), 'requests', to_timestamp($2), coalesce(max(sequence) + 1, 0), $3
       from control.usage_hours
       where tenant_id = $1 and meter = 'requests' and hour = to_timestamp($2)`,
      [a.tenantId, begun, quantity],
    );
    this.#ledger += quantity;
    const { servers } = world.database;
    // As if Stripe had known the tenant for long: hours before what it pays for cost nothing.
    await enterUsage(servers, { account, withinHours: 2 });
    await tellUsage(servers, { sdk: this.#stage.stripe.sdk, account });
    this.#model.use(begun, quantity);
  }

  readonly #used = new Map<number, number>();

  async #seats() {
    const { world, a } = this.#stage;
    if (this.#guests.length > 0 && this.#random() < 0.4) {
      const gone = this.#guests.pop();
      await world.database.query(
        `delete from control.membership_roles r using control.memberships m
         where r.membership_id = m.id and m.user_id = $1`,
        [gone],
      );
      await world.database.query('delete from control.memberships where user_id = $1', [gone]);
    } else {
      const more = Math.ceil(this.#random() * 3);
      for (let n = 0; n < more; n++) {
        this.#guests.push((await world.member(a, 'basic')).userId);
      }
    }
    await this.#stage.keep();
    await hear(this.#stage, this.#now);
    const seats = 1 + this.#guests.length;
    this.#model.change(this.#now, { ...this.#model.standing, seats });
  }

  async #plan() {
    const { version, seats } = this.#model.standing;
    const next = pick(
      this.#random,
      this.#plans.filter(({ planId }) => planId !== version),
    );
    const { id } = await this.#stage.ask(next);
    await this.#stage.answer();
    await this.#stage.keep();
    await hear(this.#stage, this.#now, id);
    this.#model.change(this.#now, { version: next.planId, prices: next.prices, seats });
  }

  async #wait(seconds: number) {
    const until = this.#now + seconds;
    while (this.#model.ends <= until) {
      const due = this.#model.next;
      await this.#goTo(this.#model.ends);
      const { data } = await this.#stage.stripe.sdk.invoices.list({ limit: 1 });
      this.#check('invoice', BigInt(data[0]?.total ?? -1), due);
      this.#seen.invoices += 1;
      await hear(this.#stage, this.#now);
      const { from, to } = await spanOf(this.#stage);
      this.#check('period', BigInt(from), BigInt(this.#model.ends));
      this.#model.renew(to);
    }
    await this.#goTo(until);
  }

  async #goTo(at: number) {
    if (at <= this.#now) return;
    await this.#stage.stripe.sdk.testHelpers.testClocks.advance(this.#clock, { frozen_time: at });
    this.#now = at;
  }

  async #compare(after: string) {
    const { world, admin, stripe, a } = this.#stage;
    const due = this.#model.next;
    const [{ id } = { id: '' }] = await this.#stage.subscriptions();
    const { total } = await stripe.sdk.invoices.createPreview({ subscription: id });
    this.#check(`preview after ${after}`, BigInt(total), due);
    await readPending(world.database.servers, { sdk: stripe.sdk, account });
    const { estimates } = await invoke(plan.usage, {}, admin.call());
    this.#check(`estimate after ${after}`, BigInt(estimates[0]?.soFar ?? -1), due);
    const [row] = await world.database.query<{ sum: string }>(
      `select coalesce(sum(quantity), 0) as sum from control.usage_hours where tenant_id = $1`,
      [a.tenantId],
    );
    this.#check(`ledger after ${after}`, BigInt(row?.sum ?? -1), BigInt(this.#ledger));
  }

  #check(what: string, found: bigint, due: bigint) {
    if (found !== due) this.#seen.wrong.push(`${what}: ${found} instead of ${due}`);
  }
}

interface Opened {
  random: () => number;
  seen: Seen;
  plans: Sold[];
  clock: string;
  now: number;
}

const monthly = { currency: 'EUR', interval: 'month' } as const;

function pricesOf(random: () => number): Price[] {
  const amount = (most: number) => Math.ceil(random() * most);
  const flat: Price = { kind: 'flat', ...monthly, amount: amount(20_000) };
  const seat: Price = {
    ...{ kind: 'seat', ...monthly, amount: amount(1_500) },
    included: Math.floor(random() * 4),
  };
  const metered: Price =
    random() < 0.5
      ? { kind: 'metered', ...monthly, meter: 'requests', amount: amount(50), per: amount(1_000) }
      : {
          ...{ kind: 'tiered', ...monthly, meter: 'requests' },
          steps: [
            { upTo: amount(4_000), amount: 0 },
            { upTo: null, amount: amount(3) },
          ],
        };
  return random() < 0.7 ? [flat, seat, metered] : [flat, metered];
}

async function spanOf({ subscriptions }: PayStage): Promise<{ from: number; to: number }> {
  const [one] = await subscriptions();
  const [item] = one?.items.data ?? [];
  return { from: item?.current_period_start ?? 0, to: item?.current_period_end ?? 0 };
}

/** What there is at Stripe is read; what it signed was signed by its clock. */
async function hear(stage: PayStage, now: number, signedId?: string): Promise<void> {
  await stage.hear();
  if (!signedId) return;
  await stage.world.database.query(
    `update control.subscription_changes set at = to_timestamp($2)
     where subscription_id = $1 and to_state = 'signed'`,
    [signedId, now],
  );
}
