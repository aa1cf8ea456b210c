'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { deleteCollection, restoreCollection } from '../../actions';
import type { Collection } from '../../collections/shapes';

export function DeleteCollection({
  collection,
  onClose,
}: {
  collection: Collection;
  onClose: () => void;
}) {
  const t = useWording('collections');
  const router = useRouter();
  const { id: collectionId, name, recordCount } = collection;
  const undo = async () => {
    const answer = await restoreCollection({ collectionId });
    if (answer.ok) router.push(`/collections/${collectionId}`);
    else notify.failed(t('Undo did not work'), { description: answer.error.message });
  };
  const confirm = async () => {
    const answer = await deleteCollection({ collectionId });
    if (!answer.ok) return { error: answer.error.message };
    router.push('/collections');
    router.refresh();
    notify.done(t('{name} moved to the trash', { name }), {
      undo: { label: t('Undo'), run: () => void undo() },
    });
    return undefined;
  };
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('Delete collection {name}?', { name })}
      description={t(
        'It goes to the trash with {recordCount, plural, one {# record} other {# records}}. You can bring all of it back from there.',
        { recordCount },
      )}
      action={t('Delete collection')}
      onConfirm={confirm}
    />
  );
}
