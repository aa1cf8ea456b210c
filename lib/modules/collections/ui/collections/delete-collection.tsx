'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { notify } from '@/components/ui/notify';
import { formatCount } from '@/lib/format';
import { deleteCollection, restoreCollection } from '../../actions';
import type { Collection } from '../../collections/shapes';

export function DeleteCollection({
  collection,
  onClose,
}: {
  collection: Collection;
  onClose: () => void;
}) {
  const router = useRouter();
  const { id: collectionId, name, recordCount } = collection;
  const undo = async () => {
    const answer = await restoreCollection({ collectionId });
    if (answer.ok) router.push(`/collections/${collectionId}`);
    else notify.failed('Undo did not work', { description: answer.error.message });
  };
  const confirm = async () => {
    const answer = await deleteCollection({ collectionId });
    if (!answer.ok) return { error: answer.error.message };
    router.push('/collections');
    router.refresh();
    notify.done(`${name} moved to the trash`, { undo: { label: 'Undo', run: () => void undo() } });
    return undefined;
  };
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete collection ${name}?`}
      description={`It goes to the trash with ${formatCount(recordCount, 'record')}. You can bring all of it back from there.`}
      action="Delete collection"
      onConfirm={confirm}
    />
  );
}
