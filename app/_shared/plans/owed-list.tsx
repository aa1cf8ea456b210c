import { Status, type StatusTone } from '@/components/ui/status';
import type { OwedBack } from '@/lib/billing/stripe/owed';
import { formatDay, formatMoney, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { Plain } from '@/lib/language/wording';

type Owed = OwedBack['owed'][number];

const states: Record<Owed['state'], { word: Plain<'plans'>; tone: StatusTone }> = {
  begun: { word: 'Being given back', tone: 'info' },
  waits: { word: 'Waits for a payment', tone: 'info' },
  refused: { word: 'Stripe refused it', tone: 'danger' },
  late: { word: 'Tried again', tone: 'warning' },
};

const whys: Record<Owed['why'], Plain<'plans'>> = {
  twice: 'Paid twice for the same plan',
  unsigned: 'Paid for a plan that was not signed',
};

const notes: Record<Owed['state'], Plain<'plans'> | null> = {
  begun: null,
  waits: 'It goes back once what it was paid beside is paid.',
  refused: 'It is tried again each hour. What keeps it stands in the history.',
  late: 'Stripe did not answer. Nothing is given back twice.',
};

/** What Stripe owes back and what it gave back: how much, why, and how it stands. */
export async function OwedList({ back, reader }: { back: OwedBack; reader: Reader }) {
  const t = await wording('plans');
  const money = (amount: number, currency: string) => formatMoney(amount, currency, reader.locale);
  return (
    <ul className="divide-y divide-line">
      {back.owed.map(({ id, sum, why, state, since }) => (
        <Line
          key={id}
          title={t(whys[why])}
          note={t('Since {day}', { day: formatDay(since, reader) })}
          amount={sum ? money(sum.amount, sum.currency) : t('Amount not read yet')}
          {...{ state: t(states[state].word), tone: states[state].tone }}
          more={notes[state] && t(notes[state])}
        />
      ))}
      {back.given.map(({ id, number, amount, refunded, currency, at }) => (
        <Line
          key={id}
          title={number ? t('Credit note {number}', { number }) : t('Payment given back')}
          note={formatDay(at, reader)}
          amount={money(amount, currency)}
          {...{ state: t('Was given back'), tone: 'success' }}
          more={
            refunded < amount
              ? t('{amount} of it is kept for the next invoices.', {
                  amount: money(amount - refunded, currency),
                })
              : null
          }
        />
      ))}
    </ul>
  );
}

interface LineProps {
  title: string;
  note: string;
  amount: string;
  state: string;
  tone: StatusTone;
  more: string | null;
}

function Line({ title, note, amount, state, tone, more }: LineProps) {
  return (
    <li className="flex items-start justify-between gap-4 py-2">
      <div className="grid min-w-0 gap-0.5">
        <p className="font-medium">{title}</p>
        <p className="text-muted text-sm">{note}</p>
        {more ? <p className="text-muted text-sm">{more}</p> : null}
      </div>
      <div className="grid shrink-0 justify-items-end gap-0.5">
        <p className="font-medium tabular-nums">{amount}</p>
        <Status tone={tone}>{state}</Status>
      </div>
    </li>
  );
}
