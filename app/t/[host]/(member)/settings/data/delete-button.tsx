'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { askDeletion } from './actions';

interface Props {
  name: string;
  coolingDays: number;
}

/** Asks for the end of a workspace, with its name typed. */
export function DeleteButton({ name, coolingDays }: Props) {
  const router = useRouter();
  const confirm = async () => {
    const outcome = await askDeletion({ name });
    if (!outcome.ok) return { error: outcome.error.fields.name ?? outcome.error.message };
    notify.done('Deletion asked for');
    router.refresh();
  };
  return (
    <AlertDialog
      trigger={<Button variant="danger-quiet">Delete workspace</Button>}
      title={`Delete ${name}?`}
      description={`Every admin is told by mail. In ${coolingDays} days everything in it is removed for good, backups included. Until then it works as ever, and any admin can cancel.`}
      action="Delete workspace"
      confirmWord={name}
      onConfirm={confirm}
    />
  );
}
