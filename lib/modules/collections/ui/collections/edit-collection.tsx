'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useWording } from '@/lib/language/wording-provider';
import { updateCollection } from '../../actions';
import type { Collection } from '../../collections/shapes';
import { CollectionForm } from './collection-form';

export function EditCollection({
  collection,
  onClose,
}: {
  collection: Collection;
  onClose: () => void;
}) {
  const t = useWording('collections');
  const router = useRouter();
  const { id: collectionId, name, description } = collection;
  const [draft, setDraft] = useState({ name, description });
  const { pending, error, fields, submit } = useSubmit(updateCollection, () => {
    router.refresh();
    onClose();
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('Edit {name}', { name })}
      footer={
        <>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button type="submit" form="edit-collection" variant="primary" pending={pending}>
            {t('Save changes')}
          </Button>
        </>
      }
    >
      <form
        id="edit-collection"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit({ collectionId, ...draft });
        }}
      >
        {error ? <Banner tone="danger">{error}</Banner> : null}
        <CollectionForm draft={draft} errors={fields} onChange={setDraft} />
      </form>
    </Dialog>
  );
}
