'use client';

import { useMemo } from 'react';
import { useWording } from '@/lib/language/wording-provider';
import type { RecordName } from '../../records/names';
import { useAnswer } from '../data/use-answer';
import { LinkNames, LinkNamesContext } from './link-names';
import { RelationInput } from './relation-input';
import type { FilterListProps } from './type-ui';

/** Records that a filter compares with; those in the address are asked for by id. */
export function RelationFilter({ field, values, onChange }: FilterListProps) {
  const t = useWording('collections');
  const query = values.map((id, at) => `ids[${at}]=${encodeURIComponent(id)}`).join('&');
  const path = `/collections/${field.options.targetId}/record-names?${query}`;
  const { data } = useAnswer<RecordName[]>(values.length > 0 ? path : null);
  const names = useMemo(() => {
    const known = new LinkNames();
    for (const { id, name } of data ?? []) known.learn({ [id]: name });
    return known;
  }, [data]);
  return (
    <LinkNamesContext value={names}>
      <RelationInput
        field={{ ...field, options: { ...field.options, many: true } }}
        people={[]}
        value={[...values]}
        disabled={false}
        onChange={(ids) => onChange(Array.isArray(ids) ? ids : [])}
        onKeep={() => undefined}
        aria-label={t('Value')}
      />
    </LinkNamesContext>
  );
}
