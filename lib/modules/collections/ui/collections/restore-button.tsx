'use client';

import { useRouter } from 'next/navigation';
import { useSubmit } from '@/components/forms/use-submit';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { restoreCollection } from '../../actions';

export function RestoreButton({ id, name }: { id: string; name: string }) {
  const router = useRouter();
  const { pending, submit } = useSubmit(restoreCollection, () => {
    notify.done(`${name} restored`);
    router.refresh();
  });
  return (
    <Button size="small" pending={pending} onClick={() => submit({ collectionId: id })}>
      Restore
    </Button>
  );
}
