import type Stripe from 'stripe';
import { StripeFault } from './fault';
import { known, type Local, nowFor, tell } from './local';
import { type Customer, type Invoice, listOf, made, newId, type Thing } from './objects';

/** Credits a paid invoice: what is refunded and what goes to the balance make up the whole of it. */
export function createCreditNote(local: Local, params: Stripe.CreditNoteCreateParams): Thing {
  const { amount = 0, refund_amount: refund = 0, credit_amount: credit = 0 } = params;
  const invoice = known<Invoice>(local, 'invoice', params.invoice, 'invoice');
  const noted = Number(invoice.post_payment_credit_notes_amount ?? 0);
  refuseOther(invoice, { amount, noted, given: refund + credit });
  if (refund > invoice.amount_paid) {
    throw new StripeFault('The refund is more than what was paid.', { param: 'refund_amount' });
  }
  const at = nowFor(local, invoice.customer);
  const id = newId('cn');
  const { customer, currency } = invoice;
  const note = made<Thing>('credit_note', {
    ...{ id, created: at, customer, currency, invoice: invoice.id, amount, total: amount },
    ...{ amount_shipping: 0, discount_amount: 0, discount_amounts: [], metadata: {} },
    ...{ lines: listOf(`/v1/credit_notes/${id}/lines`, []), number: `${invoice.number}-CN-01` },
    ...{ pdf: `${local.url}/invoices/${invoice.id}`, post_payment_amount: amount },
    ...{ pre_payment_amount: 0, pretax_credit_amounts: [], subtotal: amount, status: 'issued' },
    ...{ reason: params.reason ?? null, type: 'post_payment' },
    refunds: refund > 0 ? [refundOf(local, { amount: refund, at })] : [],
  });
  local.store.put({ ...invoice, post_payment_credit_notes_amount: noted + amount });
  const payer = local.store.find<Customer>('customer', customer);
  if (payer && credit > 0) {
    local.store.put({ ...payer, balance: Number(payer.balance ?? 0) - credit });
  }
  tell(local, 'credit_note.created', note, at);
  return local.store.put(note);
}

interface Crediting {
  amount: number;
  /** What was credited before. */
  noted: number;
  /** What is refunded or goes to the balance. */
  given: number;
}

function refuseOther({ status, total }: Invoice, { amount, noted, given }: Crediting): void {
  if (status !== 'paid') throw new StripeFault(`Invoice is ${status}`, { param: 'invoice' });
  if (amount <= 0 || amount + noted > total) {
    throw new StripeFault('The amount is not what is left of the invoice.', { param: 'amount' });
  }
  if (given === amount) return;
  const said = 'The sum of credit amount, refund amount and out of band amount must be the total.';
  throw new StripeFault(said, { param: 'amount' });
}

function refundOf(local: Local, { amount, at }: { amount: number; at: number }) {
  const refund = { id: newId('re'), object: 'refund', created: at, amount, status: 'succeeded' };
  local.store.put(refund);
  return {
    ...{ amount_refunded: amount, payment_record_refund: null },
    ...{ refund: refund.id, type: 'refund' },
  };
}
