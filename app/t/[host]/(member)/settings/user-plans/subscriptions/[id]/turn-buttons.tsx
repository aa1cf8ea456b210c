'use client';

import { useLater } from '@/app/_shared/user-plans/use-later';
import { WhenField } from '@/app/_shared/user-plans/when-field';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import type { UserSubscription } from '@/lib/billing/user-plans/shapes';
import type { Plain } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import { turnMember, unplanMember } from '../../actions';
import { ForeseenChanges } from '../../foreseen-changes';
import { useForeseen } from '../../use-foreseen';

type Next = 'signed' | 'suspended' | 'unsigned';

const verbs: Record<UserSubscription['state'], [Next, Plain<'userPlans'>][]> = {
  signing: [
    ['signed', 'Sign'],
    ['unsigned', 'Decline'],
  ],
  signed: [
    ['suspended', 'Suspend'],
    ['unsigned', 'End'],
  ],
  suspended: [
    ['signed', 'Resume'],
    ['unsigned', 'End'],
  ],
  unsigned: [],
};

interface Props {
  of: UserSubscription;
  timeZone: string;
}

/** What can become of a subscription, at once or later. */
export function TurnButtons({ of, timeZone }: Props) {
  const t = useWording('userPlans');
  const { id, revision, name } = of;
  const member = of.member?.name ?? t('Somebody who left');
  const help = t('Read by the member and in the audit trail.');
  return (
    <div className="flex flex-wrap gap-2">
      {verbs[of.state].map(([to, verb]) => (
        <TurnButton key={to} {...{ of, timeZone, to, verb, member, help }} />
      ))}
      {of.nextAt ? (
        <ReasonDialog
          trigger={<Button>{t('Take back what is planned')}</Button>}
          title={t('Take back what is planned for {plan}?', { plan: name })}
          description={
            of.state === 'signing'
              ? t('It is given up, and never holds.')
              : t('It stays as it is now.')
          }
          action={t('Take back')}
          done={t('Plan changed')}
          help={help}
          confirm={(reason) => unplanMember({ id, revision, reason })}
        />
      ) : null}
    </div>
  );
}

interface One extends Props {
  to: Next;
  verb: Plain<'userPlans'>;
  member: string;
  help: string;
}

function TurnButton({ of, timeZone, to, verb, member, help }: One) {
  const t = useWording('userPlans');
  const { typed, setTyped, at } = useLater(timeZone);
  const { id, revision } = of;
  return (
    <ReasonDialog
      danger={to !== 'signed'}
      trigger={<Button>{t(verb)}</Button>}
      title={t('{verb}: {plan} of {name}?', { verb: t(verb), plan: of.name, name: member })}
      description={t('Nothing is deleted. It takes effect at once, and they get a letter.')}
      action={t(verb)}
      done={t('Plan changed')}
      help={help}
      confirm={(reason) => turnMember({ id, revision, to, at: at(), reason })}
    >
      <Foreseen of={of} to={to} />
      <WhenField at={typed} timeZone={timeZone} onChange={setTyped} />
    </ReasonDialog>
  );
}

function Foreseen({ of, to }: { of: UserSubscription; to: Next }) {
  const wish = { subscriptionId: of.id, to };
  return <ForeseenChanges foreseen={useForeseen({ memberId: of.membershipId, wish })} />;
}
