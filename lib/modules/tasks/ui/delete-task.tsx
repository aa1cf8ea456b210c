'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { deleteTask } from '../actions';

interface Props {
  task: { id: string; title: string };
  /** How many people handed something in. */
  handedIn: number;
}

export function DeleteTask({ task, handedIn }: Props) {
  const t = useWording('tasks');
  const router = useRouter();
  const remove = async () => {
    const outcome = await deleteTask({ taskId: task.id });
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done(t('{title} deleted', { title: task.title }));
    router.push('/tasks/given');
    router.refresh();
  };
  return (
    <AlertDialog
      trigger={<Button variant="ghost">{t('Delete')}</Button>}
      title={t('Delete {title}?', { title: task.title })}
      description={t(
        '{count, plural, =0 {Nobody has handed anything in yet. The task goes for everybody.} one {What # person handed in goes with it, with its files and feedback.} other {What # people handed in goes with it, with its files and feedback.}}',
        { count: handedIn },
      )}
      action={t('Delete task')}
      onConfirm={remove}
    />
  );
}
