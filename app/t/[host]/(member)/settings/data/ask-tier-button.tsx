'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { askTier } from './actions';
import { tierWords } from './tier-words';

interface Props {
  tier: keyof typeof tierWords;
  /** Whether it begins without anybody else’s word. */
  selfService: boolean;
}

/** Asks for other walls, or takes them where they may be chosen freely. */
export function AskTierButton({ tier, selfService }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const [note, setNote] = useState('');
  const name = t(tierWords[tier].name).toLowerCase();
  const confirm = async () => {
    const outcome = await askTier({ tier, note });
    if (!outcome.ok) {
      const { fields, message } = outcome.error;
      return { error: fields.tier ?? fields.note ?? message };
    }
    notify.done(selfService ? t('It begins in a moment') : t('Asked for'));
    setNote('');
    router.refresh();
  };
  return (
    <AlertDialog
      danger={false}
      trigger={<Button size="small">{selfService ? t('Move here') : t('Ask for it')}</Button>}
      title={selfService ? t('Move to {name}?', { name }) : t('Ask for {name}?', { name })}
      description={
        selfService
          ? t('Your data is copied while people work. At the end changes wait for about a second.')
          : t('The platform’s staff decide and answer here. Nothing changes until then.')
      }
      action={selfService ? t('Move') : t('Ask')}
      onConfirm={confirm}
    >
      {selfService ? null : (
        <Field
          label={t('Note')}
          help={t('Why you want it, for whoever decides. You may leave it empty.')}
        >
          <Input
            value={note}
            maxLength={300}
            autoComplete="off"
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
      )}
    </AlertDialog>
  );
}
