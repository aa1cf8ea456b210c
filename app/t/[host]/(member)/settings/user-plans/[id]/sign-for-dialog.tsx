'use client';

import { useState } from 'react';
import { useLater } from '@/app/_shared/user-plans/use-later';
import { WhenField } from '@/app/_shared/user-plans/when-field';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { useWording } from '@/lib/language/wording-provider';
import { findMembers, putMemberOn } from '../actions';
import { ForeseenChanges } from '../foreseen-changes';
import { useForeseen } from '../use-foreseen';

interface Props {
  plan: { id: string; name: string; version: number };
  timeZone: string;
}

/** Signs a plan for a member, at once or later, with what it changes for them. */
export function SignForDialog({ plan, timeZone }: Props) {
  const t = useWording('userPlans');
  const [found, setFound] = useState<{ value: string; label: string }[]>([]);
  const [memberId, setMemberId] = useState<string>();
  const { typed, setTyped, at } = useLater(timeZone);
  const wish = { planId: plan.id, version: plan.version };
  const foreseen = useForeseen(memberId ? { memberId, wish } : null);
  const search = async (q: string) => {
    const answer = await findMembers({ q, size: 20 });
    if (!answer.ok) return;
    setFound(
      answer.data.people.map(({ id, name, email }) => ({ value: id, label: `${name}, ${email}` })),
    );
  };
  const sign = async (reason: string) => {
    if (!memberId || !foreseen?.ok) return unchosen(t('Choose somebody first.'));
    const { heldSeen } = foreseen.data;
    return await putMemberOn({ memberId, ...wish, heldSeen, at: at(), reason });
  };
  return (
    <ReasonDialog
      trigger={<Button variant="primary">{t('Sign for somebody')}</Button>}
      title={t('Sign {plan} for whom?', { plan: plan.name })}
      description={t('What they had ends then. They get a letter.')}
      action={t('Sign')}
      done={t('{plan} is signed', { plan: plan.name })}
      help={t('Read by the member and in the audit trail.')}
      confirm={sign}
    >
      <Field label={t('Member')}>
        <Combobox
          options={found}
          value={memberId ?? ''}
          placeholder={t('Find by name or address')}
          onSearch={(text) => void search(text)}
          onValueChange={setMemberId}
        />
      </Field>
      {memberId ? <ForeseenChanges foreseen={foreseen} /> : null}
      <WhenField at={typed} timeZone={timeZone} onChange={setTyped} />
    </ReasonDialog>
  );
}

const unchosen = (message: string) => ({
  ok: false as const,
  error: { message, fields: {} },
});
