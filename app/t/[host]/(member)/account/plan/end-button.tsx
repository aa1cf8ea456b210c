'use client';

import { PersonChangesList } from '@/app/_shared/user-plans/person-changes-list';
import { useLater } from '@/app/_shared/user-plans/use-later';
import { WhenField } from '@/app/_shared/user-plans/when-field';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import type { MyPlan, PersonChanges } from '@/lib/billing/user-plans/shapes';
import { useWording } from '@/lib/language/wording-provider';
import { endPlan } from './actions';

interface Props {
  held: NonNullable<MyPlan['held']>;
  ending: PersonChanges;
  timeZone: string;
}

/** Ends one's own plan, at once or at a time. */
export function EndButton({ held, ending, timeZone }: Props) {
  const t = useWording('userPlans');
  const { typed, setTyped, at } = useLater(timeZone);
  const { id, revision, name } = held;
  return (
    <ReasonDialog
      danger
      trigger={<Button size="small">{t('End my plan')}</Button>}
      title={t('End {plan}?', { plan: name })}
      description={t('What comes with it is over then. Nothing of yours is deleted.')}
      action={t('End my plan')}
      done={t('Plan changed')}
      help={t('Read by the admins here.')}
      confirm={(reason) => endPlan({ id, revision, at: at(), reason })}
    >
      <PersonChangesList changes={ending} />
      <WhenField at={typed} timeZone={timeZone} onChange={setTyped} />
    </ReasonDialog>
  );
}
