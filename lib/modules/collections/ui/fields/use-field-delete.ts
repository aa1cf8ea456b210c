'use client';

import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { deleteField, restoreField } from '../../actions';
import type { Field } from '../../fields/shapes';

/** Deletes a field, with a way back. */
export function useFieldDelete(collectionId: string, onChanged: () => void) {
  const t = useWording('collections');
  return async (field: Field) => {
    const what = { collectionId, fieldId: field.id };
    const answer = await deleteField(what);
    if (!answer.ok) {
      notify.failed(t('{name} was not deleted', { name: field.name }), {
        description: answer.error.message,
      });
      return;
    }
    onChanged();
    const undo = async () => {
      const back = await restoreField(what);
      if (!back.ok) notify.failed(t('Undo did not work'), { description: back.error.message });
      onChanged();
    };
    notify.done(t('Field {name} deleted', { name: field.name }), {
      undo: { label: t('Undo'), run: () => void undo() },
    });
  };
}
