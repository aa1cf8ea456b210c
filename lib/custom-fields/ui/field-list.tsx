'use client';

import { ListPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { CustomField } from '../shapes';
import type { FieldActs } from './acts';
import { ArchivedFields } from './archived-fields';
import { FieldDialog } from './field-dialog';
import { FieldRow } from './field-row';
import { useReorder } from './use-reorder';
import type { ReachChoices } from './words';

interface Props {
  fields: CustomField[];
  acts: FieldActs;
  reaches: ReachChoices;
  /** What to say while there is none. */
  empty: string;
}

/** The fields of a subject, to put in order, change, archive and bring back. */
export function FieldList({ fields, acts, reaches, empty }: Props) {
  const t = useWording('customFields');
  const { ids, put } = useOrder(fields, acts);
  const { list, order, dragged, handle } = useReorder(ids, put);
  const [changing, setChanging] = useState<CustomField | null>(null);
  const shown = order.flatMap((id) => fields.find((one) => one.id === id) ?? []);
  return (
    <div className="flex flex-col gap-6">
      {shown.length === 0 ? (
        <EmptyState icon={ListPlus} title={t('No fields yet')} description={empty} />
      ) : (
        <ul
          ref={list}
          aria-label={t('Fields')}
          className="divide-y divide-line rounded-panel border border-line"
        >
          {shown.map((field) => (
            <FieldRow
              key={field.id}
              field={field}
              reaches={reaches}
              dragged={dragged === field.id}
              handle={handle(field.id)}
              acts={acts}
              onChange={() => setChanging(field)}
            />
          ))}
        </ul>
      )}
      <ArchivedFields fields={fields.filter(({ archivedAt }) => archivedAt)} acts={acts} />
      {changing ? (
        <FieldDialog
          field={changing}
          acts={acts}
          reaches={reaches}
          onClose={() => setChanging(null)}
        />
      ) : null}
    </div>
  );
}

/** The live fields as they were put last, whether that is saved yet or not. */
function useOrder(fields: readonly CustomField[], acts: FieldActs) {
  const t = useWording('customFields');
  const router = useRouter();
  const [wanted, setWanted] = useState<string[]>([]);
  const live = fields.filter(({ archivedAt }) => !archivedAt).map(({ id }) => id);
  const kept = wanted.filter((id) => live.includes(id));
  const ids = [...kept, ...live.filter((id) => !kept.includes(id))];
  const put = async (next: string[]) => {
    setWanted(next);
    const outcome = await acts.order({ ids: next }).catch(() => null);
    if (outcome?.ok) return router.refresh();
    setWanted([]);
    notify.failed(outcome?.error.message ?? t('The order could not be saved.'));
  };
  return { ids, put };
}
