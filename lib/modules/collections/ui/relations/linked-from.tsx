'use client';

import Link from 'next/link';
import { useWording } from '@/lib/language/wording-provider';
import type { Backlinks } from '../../records/backlinks';
import { useAnswer } from '../data/use-answer';
import { linkWords } from '../types/link-names';

interface Props {
  collectionId: string;
  recordId: string;
}

/** The records of any collection that lead to this one; nothing where there are none. */
export function LinkedFrom({ collectionId, recordId }: Props) {
  const t = useWording('collections');
  const path = `/collections/${collectionId}/records/${recordId}/backlinks`;
  const { data, error } = useAnswer<Backlinks[]>(path);
  if (error) {
    return (
      <p role="alert" className="text-danger-text text-sm">
        {error}
      </p>
    );
  }
  if (!data || data.length === 0) return null;
  return (
    <section
      aria-label={t('Linked from')}
      className="flex flex-col gap-4 border-line border-t pt-5"
    >
      {data.map(({ collection, field, total, records }) => (
        <div key={field.id} className="flex flex-col gap-1.5">
          <h2 className="font-medium text-sm">
            {collection.name}
            <span className="font-normal text-muted"> {t('by {name}', { name: field.name })}</span>
          </h2>
          <ul className="flex flex-col">
            {records.map(({ id, name }) => (
              <li key={id} className="truncate border-line border-b py-1.5 last:border-0">
                {t.said(linkWords(name))}
              </li>
            ))}
          </ul>
          <Link
            href={`/collections/${collection.id}?filter=${field.key}.one_of.${recordId}`}
            className="text-link text-sm hover:underline"
          >
            {t('Show {total, plural, one {# record} other {# records}} in {name}', {
              total,
              name: collection.name,
            })}
          </Link>
        </div>
      ))}
    </section>
  );
}
