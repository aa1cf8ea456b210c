'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { CustomField } from '../shapes';
import type { FieldActs } from './acts';
import { DeleteField } from './delete-field';
import { typeWords } from './words';

/** Fields that are asked of nobody, to bring back or to delete; nothing while there are none. */
export function ArchivedFields({ fields, acts }: { fields: CustomField[]; acts: FieldActs }) {
  const t = useWording('customFields');
  const router = useRouter();
  const [pending, start] = useTransition();
  const [going, setGoing] = useState<CustomField | null>(null);
  if (fields.length === 0) return null;
  const bringBack = ({ id, name }: CustomField) =>
    start(async () => {
      const outcome = await acts.restore({ id }).catch(() => null);
      if (!outcome?.ok) {
        const words = outcome && (Object.values(outcome.error.fields)[0] ?? outcome.error.message);
        return notify.failed(words ?? t('{name} could not be brought back.', { name }));
      }
      notify.done(t('Field {name} is back', { name }));
      router.refresh();
    });
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold">{t('Archived')}</h2>
      <ul
        aria-label={t('Archived')}
        className="divide-y divide-line rounded-panel border border-line"
      >
        {fields.map((field) => (
          <li key={field.id} className="flex items-center gap-3 px-3 py-2">
            <span className="min-w-0 flex-1">
              <span className="block truncate text-muted">{field.name}</span>
              <span className="block text-subtle text-sm">{t(typeWords[field.type])}</span>
            </span>
            <Button
              size="small"
              disabled={pending}
              aria-label={t('Bring {name} back', { name: field.name })}
              onClick={() => bringBack(field)}
            >
              {t('Bring back')}
            </Button>
            <Button
              size="small"
              variant="danger-quiet"
              aria-label={t('Delete {name}', { name: field.name })}
              onClick={() => setGoing(field)}
            >
              {t('Delete')}
            </Button>
          </li>
        ))}
      </ul>
      {going ? <DeleteField field={going} acts={acts} onClose={() => setGoing(null)} /> : null}
    </section>
  );
}
