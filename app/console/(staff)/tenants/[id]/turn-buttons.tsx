'use client';

import { useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import type { SubscriptionView } from '@/lib/billing/subscriptions/shapes';
import type { Plain } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import { turnSubscription, unplanStep } from '../../plans/actions';
import { Foreseen } from './foreseen';
import { WhenField } from './when-field';

interface Props {
  tenant: { id: string; name: string };
  of: SubscriptionView;
}

type Verb = Plain<'plans'>;
type Next = 'signed' | 'suspended' | 'unsigned';

const verbs: Record<string, [Next, Verb][]> = {
  signing: [
    ['signed', 'Sign'],
    ['unsigned', 'Decline'],
  ],
  signed: [
    ['suspended', 'Suspend'],
    ['unsigned', 'End'],
  ],
  suspended: [
    ['signed', 'Sign again'],
    ['unsigned', 'End'],
  ],
};

/** What can become of a subscription, at once or later. */
export function TurnButtons({ tenant: { id, name }, of }: Props) {
  const t = useWording('plans');
  const [times, setTimes] = useState<Partial<Record<Next, string>>>({});
  const { id: subscriptionId, revision, state, planId, version } = of;
  const isNew = state === 'signing';
  return (
    <div className="flex flex-wrap gap-2">
      {(verbs[state] ?? []).map(([to, verb]) => (
        <ReasonDialog
          key={to}
          danger={to !== 'signed'}
          trigger={<Button size="small">{t(verb)}</Button>}
          title={t('{verb}: {plan} of {name}?', { verb: t(verb), plan: of.name, name })}
          description={t('Nothing is deleted. It takes effect at every door within a second.')}
          action={t(verb)}
          done={t('Plan changed')}
          help={t('Read by the tenant’s admins and in the staff audit.')}
          confirm={(reason) => {
            const typed = times[to];
            const when = typed ? new Date(`${typed}Z`) : null;
            return turnSubscription({ id, subscriptionId, revision, to, at: when, reason });
          }}
        >
          {isNew && to === 'unsigned' ? null : (
            <Foreseen id={id} wish={isNew ? { planId, version } : { to }} />
          )}
          <WhenField at={times[to] ?? ''} onChange={(at) => setTimes({ ...times, [to]: at })} />
        </ReasonDialog>
      ))}
      {of.nextAt ? (
        <ReasonDialog
          trigger={<Button size="small">{t('Take back what is planned')}</Button>}
          title={t('Take back what is planned for {plan}?', { plan: of.name })}
          description={
            isNew
              ? t('What the tenant asked for goes on waiting. What the platform began is given up.')
              : t('It stays as it is now.')
          }
          action={t('Take back')}
          done={t('Plan changed')}
          confirm={(reason) => unplanStep({ id, subscriptionId, revision, reason })}
        />
      ) : null}
    </div>
  );
}
