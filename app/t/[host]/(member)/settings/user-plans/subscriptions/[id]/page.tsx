import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { HistoryList } from '@/app/_shared/plans/history-list';
import { priceWords, stateWords } from '@/app/_shared/plans/plan-words';
import { stateNotes } from '@/app/_shared/user-plans/state-notes';
import { Banner } from '@/components/ui/banner';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { DescriptionList } from '@/components/ui/description-list';
import { FormSection } from '@/components/ui/form-section';
import { PageFrame } from '@/components/ui/page-frame';
import { Status } from '@/components/ui/status';
import { userPlanProcedures } from '@/lib/billing/user-plans/procedures';
import { openMemberPage } from '@/lib/doors/page';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { Worded } from '@/lib/language/worded';
import { readerOf } from '../../../../_shell/reader';
import { Refused } from '../../../_frame/refused';
import { TurnButtons } from './turn-buttons';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('userPlans');
  return { title: t('Subscription') };
}

export default async function Subscription({
  params,
}: {
  params: Promise<{ host: string; id: string }>;
}) {
  const [t, p] = [await wording('userPlans'), await wording('plans')];
  const { host, id: typed } = await params;
  const door = await openMemberPage(host);
  if (!door.can('user_plans.manage')) return <Refused door={door} title={t('Subscription')} />;
  const id = z.uuid().safeParse(typed).data;
  if (!id) notFound();
  const one = await door.call(userPlanProcedures.subscription, { id });
  const reader = readerOf(door);
  const prices = one.prices.map((price) => priceWords(p, price)).join(', ');
  const state = stateWords[one.state];
  return (
    <Worded areas={['plans', 'userPlans']}>
      <PageFrame
        title={t('{plan} of {name}', {
          ...{ plan: one.name, name: one.member?.name ?? t('Somebody who left') },
        })}
        description={t('What somebody has, and how it came to be.')}
        breadcrumb={
          <Breadcrumb
            label={t('Where this is')}
            crumbs={[
              { label: t('Plans for my users'), href: '/settings/user-plans' },
              { label: t('Subscriptions'), href: '/settings/user-plans/subscriptions' },
            ]}
          />
        }
      >
        {one.nextState && one.nextAt ? (
          <Banner
            title={p('{state} from {time} on', {
              state: p(stateWords[one.nextState].word),
              time: formatTime(one.nextAt, reader),
            })}
          >
            {one.nextReason}
          </Banner>
        ) : null}
        <section aria-label={t('Now')} className="flex max-w-3xl flex-col gap-4">
          <DescriptionList
            items={[
              {
                id: 'state',
                term: t('State'),
                value: <Status tone={state.tone}>{p(state.word)}</Status>,
              },
              { id: 'means', term: t('What that means'), value: t(stateNotes[one.state]) },
              {
                id: 'plan',
                term: t('Plan'),
                value: p('{plan}, version {version}', { plan: one.name, version: one.version }),
              },
              { id: 'price', term: t('Price'), value: prices || t('Free') },
              {
                id: 'member',
                term: t('Member'),
                value: one.member?.email ?? t('Somebody who left'),
              },
              {
                id: 'note',
                term: t('Asked for'),
                value: p('{name}: {reason}', { name: one.askedByName, reason: one.note }),
              },
            ]}
          />
          <TurnButtons of={one} timeZone={reader.timeZone} />
        </section>
        <FormSection title={t('History')} description={t('Every step, by whom and why.')}>
          <HistoryList steps={one.steps} reader={reader} />
        </FormSection>
      </PageFrame>
    </Worded>
  );
}
