'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { askTier } from './actions';
import { tierWords } from './tier-words';

interface Props {
  tier: keyof typeof tierWords;
  /** Whether it begins without anybody else’s word. */
  selfService: boolean;
}

/** Asks for other walls, or takes them where they may be chosen freely. */
export function AskTierButton({ tier, selfService }: Props) {
  const router = useRouter();
  const [note, setNote] = useState('');
  const name = tierWords[tier].name.toLowerCase();
  const confirm = async () => {
    const outcome = await askTier({ tier, note });
    if (!outcome.ok) {
      const { fields, message } = outcome.error;
      return { error: fields.tier ?? fields.note ?? message };
    }
    notify.done(selfService ? 'It begins in a moment' : 'Asked for');
    setNote('');
    router.refresh();
  };
  return (
    <AlertDialog
      danger={false}
      trigger={<Button size="small">{selfService ? 'Move here' : 'Ask for it'}</Button>}
      title={selfService ? `Move to ${name}?` : `Ask for ${name}?`}
      description={
        selfService
          ? 'Your data is copied while people work. At the end changes wait for about a second.'
          : 'The platform’s staff decide and answer here. Nothing changes until then.'
      }
      action={selfService ? 'Move' : 'Ask'}
      onConfirm={confirm}
    >
      {selfService ? null : (
        <Field label="Note" help="Why you want it, for whoever decides. You may leave it empty.">
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
