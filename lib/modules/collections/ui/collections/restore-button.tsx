'use client';

import { useRouter } from 'next/navigation';
import { useSubmit } from '@/components/forms/use-submit';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { restoreCollection } from '../../actions';

export function RestoreButton({ id, name }: { id: string; name: string }) {
  const t = useWording('collections');
  const router = useRouter();
  const { pending, submit } = useSubmit(restoreCollection, () => {
    notify.done(t('{name} restored', { name }));
    router.refresh();
  });
  return (
    <Button size="small" pending={pending} onClick={() => submit({ collectionId: id })}>
      {t('Restore')}
    </Button>
  );
}
