'use client';

import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { reorderFields } from '../../actions';
import type { Collection } from '../../collections/shapes';
import { inOrder, type PageView } from '../../view/state';

/** Makes the order of a view's columns the order of the collection's fields, for everybody. */
export function useKeepOrder(collection: Collection, view: PageView, onChanged: () => void) {
  const t = useWording('collections');
  return async () => {
    const fieldIds = inOrder(collection.fields, view.order).map(({ id }) => id);
    const answer = await reorderFields({ collectionId: collection.id, fieldIds });
    if (answer.ok) onChanged();
    else notify.failed(t('The order was not kept'), { description: answer.error.message });
  };
}
