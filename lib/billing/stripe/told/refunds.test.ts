import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { log } from '@/lib/log';
import { planProcedures as plan } from '../../procedures';
import { handAll, openToldStage, type Payer, type ToldStage } from '../testing/told';
import { refundLetter } from './letters';

let stage: ToldStage;
beforeAll(async () => {
  log.level = 'silent';
  stage = await openToldStage();
});
afterAll(() => stage.end());

const mailsOf = async ({ tenant }: Payer) =>
  (
    await stage.world.database.query(
      `select 1 from control.mails where tenant_id = $1 and kind = 'plan'`,
      [tenant.tenantId],
    )
  ).length;

let made = 0;
const at = Math.floor(Date.UTC(2027, 0, 20) / 1_000);
/** A charge of which so much was given back by now, and before. */
const charge = (customer: string, given: number, { before = 0, later = 0, refund = '' } = {}) => {
  made += 1;
  const object = { id: 'ch_1', object: 'charge', customer, currency: 'eur', amount: 4_900 };
  return {
    ...{ id: `evt_charge_${made}`, object: 'event', type: 'charge.refunded', created: at + later },
    data: {
      object: {
        ...{ ...object, amount_refunded: given },
        ...(refund && { refunds: { data: [{ id: refund }] } }),
      },
      previous_attributes: { amount_refunded: before },
    },
  };
};
const note = (
  customer: string,
  refunded: number,
  { credited = 0, outside = 0, id = 'cn_1' } = {},
) => {
  made += 1;
  const refunds =
    refunded > 0 ? [{ amount_refunded: refunded, refund: 're_1', type: 'refund' }] : [];
  return {
    ...{ id: `evt_note_${made}`, object: 'event', type: 'credit_note.created', created: at },
    data: {
      object: {
        ...{ id, object: 'credit_note', customer, currency: 'eur', number: 'A-1-CN-01' },
        ...{ post_payment_amount: refunded + credited + outside, refunds, created: at },
        out_of_band_amount: outside,
      },
    },
  };
};

/** What admins read of it, in the order in which it happened. */
const readBy = async ({ admin }: Payer) => {
  const { back } = await invoke(plan.get, {}, admin.call());
  return back.given.map(({ amount, refunded }) => [amount, refunded]).reverse();
};

describe('money that was given back', () => {
  it('is told once by mail, however it is told of and in which order', async () => {
    for (const turned of [false, true]) {
      const payer = await stage.paying();
      const both = [note(payer.customer, 4_900), charge(payer.customer, 4_900, { later: 20 })];
      const events = turned ? both.reverse() : both;
      await handAll([...events, ...events]);
      await handAll(events.map((event) => ({ ...event, id: `${event.id}x` })));
      expect(await mailsOf(payer)).toBe(1);
      expect(await readBy(payer)).toEqual([[4_900, 4_900]]);
    }
  });

  it('is told of each time, where it is other money', async () => {
    const payer = await stage.paying();
    await handAll([charge(payer.customer, 1_000)]);
    await handAll([charge(payer.customer, 1_500, { before: 1_000, later: 30 })]);
    expect(await mailsOf(payer)).toBe(2);
    await handAll([note(payer.customer, 0, { credited: 700 })]);
    await handAll([note(payer.customer, 1_000, { id: 'cn_2' })]);
    // The last is what was refunded first; an invoice that is owed gives nothing back.
    expect(await mailsOf(payer)).toBe(3);
    await handAll([note(payer.customer, 0, { id: 'cn_3' })]);
    expect(await mailsOf(payer)).toBe(3);
    const amounts = (await readBy(payer)).sort(([one = 0], [other = 0]) => one - other);
    expect(amounts).toEqual([
      [500, 500],
      [700, 0],
      [1_000, 1_000],
    ]);
  });

  it('is matched by the refunds that Stripe names, whenever they came', async () => {
    const payer = await stage.paying();
    await handAll([note(payer.customer, 800)]);
    await handAll([charge(payer.customer, 800, { refund: 're_other' })]);
    expect(await mailsOf(payer)).toBe(2);
    await handAll([charge(payer.customer, 1_600, { before: 800, later: 7_200, refund: 're_1' })]);
    expect(await mailsOf(payer)).toBe(2);
  });

  it('outside of Stripe is not told as kept there', async () => {
    const payer = await stage.paying();
    await handAll([note(payer.customer, 0, { outside: 900 })]);
    expect(await mailsOf(payer)).toBe(0);
    await handAll([note(payer.customer, 600, { outside: 300, id: 'cn_2' })]);
    const [kept] = await stage.world.database.query(
      'select amount, refunded from control.stripe_refunds where tenant_id = $1',
      [payer.tenant.tenantId],
    );
    expect(kept).toEqual({ amount: '600', refunded: '600' });
  });

  it('by a credit note at the local Stripe is told', async () => {
    const payer = await stage.paying();
    const { sdk } = stage.stripe;
    const { data } = await sdk.invoices.list({ customer: payer.customer });
    const [invoice] = data;
    await sdk.creditNotes.create({
      ...{ invoice: invoice?.id ?? '', amount: 4_900, refund_amount: 4_900 },
    });
    await stage.catchUp();
    expect(await mailsOf(payer)).toBe(1);
  });
});

it('a letter says how much goes back which way', () => {
  const to = { to: 'a@example.com', tenant: 'Nimbus', url: 'https://nimbus.example/plan' };
  const refund = { number: 'A-1-CN-01', amount: 5_000, refunded: 4_000, currency: 'eur' };
  const { subject, paragraphs } = refundLetter({ ...to, language: 'en' }, refund);
  expect(subject).toBe('Nimbus gets €50.00 back');
  expect(paragraphs).toEqual([
    'Credit note A-1-CN-01 says so.',
    '€40.00 goes back the way it was paid. That can take some days.',
    '€10.00 is kept for the next invoices.',
  ]);
});
