'use client';

import { notify } from '@/components/ui/notify';
import { deleteField, restoreField } from '../../actions';
import type { Field } from '../../fields/shapes';

/** Deletes a field, with a way back. */
export function useFieldDelete(collectionId: string, onChanged: () => void) {
  return async (field: Field) => {
    const what = { collectionId, fieldId: field.id };
    const answer = await deleteField(what);
    if (!answer.ok) {
      notify.failed(`${field.name} was not deleted`, { description: answer.error.message });
      return;
    }
    onChanged();
    const undo = async () => {
      const back = await restoreField(what);
      if (!back.ok) notify.failed('Undo did not work', { description: back.error.message });
      onChanged();
    };
    notify.done(`Field ${field.name} deleted`, { undo: { label: 'Undo', run: () => void undo() } });
  };
}
