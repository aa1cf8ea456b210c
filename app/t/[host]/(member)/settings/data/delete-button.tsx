'use client';

import { useRouter } from 'next/navigation';
import { useProven } from '@/components/forms/proof';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { askDeletion } from './actions';

interface Props {
  name: string;
  coolingDays: number;
}

/** Asks for the end of a workspace, with its name typed. */
export function DeleteButton({ name, coolingDays }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const ask = useProven(askDeletion);
  const confirm = async () => {
    const outcome = await ask({ name });
    if (!outcome.ok) return { error: outcome.error.fields.name ?? outcome.error.message };
    notify.done(t('Deletion asked for'));
    router.refresh();
  };
  return (
    <AlertDialog
      trigger={<Button variant="danger-quiet">{t('Delete workspace')}</Button>}
      title={t('Delete {name}?', { name })}
      description={t(
        'Every admin is told by mail. In {coolingDays} days everything in it is removed for good, backups included. Until then it works as ever, and any admin can cancel.',
        { coolingDays },
      )}
      action={t('Delete workspace')}
      confirmWord={name}
      onConfirm={confirm}
    />
  );
}
