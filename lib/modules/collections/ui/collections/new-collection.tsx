'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import { createCollection } from '../../actions';
import { CollectionForm } from './collection-form';

/** The form of a collection that starts empty. */
export function NewCollection() {
  const t = useWording('collections');
  const router = useRouter();
  const [draft, setDraft] = useState({ name: '', description: '' });
  const { pending, error, fields, submit } = useSubmit(createCollection, ({ id }) =>
    router.push(`/collections/${id}`),
  );
  return (
    <form
      className="flex max-w-xl flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit(draft);
      }}
    >
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <CollectionForm draft={draft} errors={fields} onChange={setDraft} />
      <Button type="submit" variant="primary" className="self-start" pending={pending}>
        {t('Create collection')}
      </Button>
    </form>
  );
}
