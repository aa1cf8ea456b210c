'use client';

import { notify } from '@/components/ui/notify';
import { reorderFields } from '../../actions';
import type { Collection } from '../../collections/shapes';
import type { Field } from '../../fields/shapes';

/** Moves a field one place to the left (-1) or right (1), for everybody. */
export function useFieldMove(collection: Collection, onChanged: () => void) {
  return async (field: Field, by: -1 | 1) => {
    const ids = collection.fields.map(({ id }) => id);
    const from = ids.indexOf(field.id);
    const other = ids[from + by];
    if (!other) return;
    const fieldIds = ids.with(from, other).with(from + by, field.id);
    const answer = await reorderFields({ collectionId: collection.id, fieldIds });
    if (answer.ok) onChanged();
    else notify.failed(`${field.name} was not moved`, { description: answer.error.message });
  };
}
