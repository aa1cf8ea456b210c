import { Scale } from 'lucide-react';
import type { Metadata } from 'next';
import { KeepFresh } from '@/components/shell/keep-fresh';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { formatNumber, formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { Worded } from '@/lib/language/worded';
import type { Wording } from '@/lib/language/wording';
import { billingProcedures } from '@/lib/platform/billing/procedures';
import type { UsageLedger } from '@/lib/platform/billing/read';
import { readerIn } from '../_frame/words';
import { billingDescription } from './billing-words';
import { CompareNow } from './compare-now';
import { Differences } from './differences';
import { StrayRefunds } from './stray-refunds';
import { Untold } from './untold';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('plans');
  return { title: t('Billed usage') };
}

const refreshMs = 10_000;

export default async function BilledUsage() {
  const t = await wording('plans');
  const door = await openConsolePage();
  const ledger = await door.call(billingProcedures.usage, {});
  const { refunds } = await door.call(billingProcedures.refunds, {});
  const { states, differences, untold } = ledger;
  const told = Object.values(states).some((count) => count > 0);
  return (
    <Worded areas={['plans']}>
      <PageFrame
        title={t('Billed usage')}
        description={t(billingDescription)}
        width="wide"
        actions={told ? <CompareNow /> : null}
      >
        <KeepFresh everyMs={refreshMs} />
        {told ? (
          <div className="grid min-w-0 gap-8">
            <DescriptionList items={factsOf(t, ledger)} className="max-w-3xl" />
            {differences.length > 0 ? <Differences days={differences} /> : null}
            {untold.length > 0 ? <Untold hours={untold} /> : null}
          </div>
        ) : (
          <EmptyState
            icon={Scale}
            title={t('Stripe was told of nothing yet')}
            description={t(
              '{sealed, plural, =0 {No hour is sealed yet.} one {# row is in the ledger.} other {# rows are in the ledger.}} Stripe is told of those of tenants that pay there by a price for what they use.',
              { sealed: ledger.sealed },
            )}
          />
        )}
        {refunds.length > 0 ? <StrayRefunds refunds={refunds} /> : null}
      </PageFrame>
    </Worded>
  );
}

function factsOf(t: Wording<'plans'>, ledger: UsageLedger) {
  const { states, days } = ledger;
  const number = (value: number) => formatNumber(value, t.language);
  const time = (at: Date | null) => (at ? `${formatTime(at, readerIn(t.language))} UTC` : '–');
  return [
    {
      ...{ id: 'sealed', term: t('In the ledger') },
      value: t('{count, plural, one {# row} other {# rows}}, the last sealed {time}', {
        ...{ count: ledger.sealed, time: time(ledger.lastSealedAt) },
      }),
    },
    { id: 'sent', term: t('Stripe was told'), value: number(states.sent) },
    {
      ...{ id: 'waiting', term: t('Wait to be told') },
      value: ledger.waitingSince
        ? t('{count}, the first of {time}', {
            ...{ count: number(states.waiting), time: time(ledger.waitingSince) },
          })
        : number(0),
    },
    {
      ...{ id: 'open', term: t('Did not arrive, or nobody knows') },
      value: number(states.refused + states.unsure),
    },
    {
      ...{ id: 'days', term: t('Days compared') },
      value: t('{count}, the last {time}', {
        ...{ count: number(days.compared), time: time(ledger.lastComparedAt) },
      }),
    },
    { id: 'unlike', term: t('Days that differ'), value: number(days.unlike) },
  ];
}
