'use client';

import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { formatNumber, formatTime, type Reader } from '@/lib/format';
import { useWording } from '@/lib/language/wording-provider';
import type { TrashedRecord } from '../../trash/shapes';
import type { Trash } from './use-trash';

interface Props {
  trash: Trash;
  reader: Reader;
  selectable: boolean;
  hideCollection: boolean;
}

/** One line for each deleted record. */
export function TrashList({ trash, reader, selectable, hideCollection }: Props) {
  const t = useWording('collections');
  const { page, chosen, toggle, more } = trash;
  return (
    <div className="flex flex-col gap-3">
      <p aria-live="polite" className="text-muted text-sm tabular-nums">
        {chosen.size > 0
          ? t('{size, plural, one {# record} other {# records}} chosen', { size: chosen.size })
          : t('{total, plural, one {# record} other {# records}}', { total: page.total })}
      </p>
      <ul aria-label={t('Deleted records')} className="border-line border-t">
        {page.records.map((record) => (
          <li key={record.id} className="flex items-start gap-3 border-line border-b py-2.5">
            {selectable ? (
              <Checkbox
                aria-label={t('Choose {nameOf}', { nameOf: t.said(nameOf(record)) })}
                checked={chosen.has(record.id)}
                onCheckedChange={() => toggle(record)}
                className="mt-0.5"
              />
            ) : null}
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{t.said(nameOf(record))}</p>
              <p className="text-muted text-sm">
                {t('Deleted')} {record.deletedBy ? `by ${record.deletedBy.name}, ` : ''}
                {formatTime(new Date(record.deletedAt), reader)}
              </p>
            </div>
            {hideCollection ? null : <CollectionOf record={record} />}
          </li>
        ))}
      </ul>
      {more ? (
        <Button className="self-start" onClick={more}>
          {t('Show more of {count}', { count: formatNumber(page.total, reader.locale) })}
        </Button>
      ) : null}
    </div>
  );
}

function CollectionOf({ record }: { record: TrashedRecord }) {
  const t = useWording('collections');
  if (record.collectionGone) {
    return (
      <Link href="/collections?show=trash" className="shrink-0">
        <Badge>
          {t('{collectionName} is in the trash too', { collectionName: record.collectionName })}
        </Badge>
      </Link>
    );
  }
  return (
    <Link
      href={`/collections/${record.collectionId}`}
      className="max-w-[40%] shrink-0 truncate text-muted text-sm hover:text-ink hover:underline"
    >
      {record.collectionName}
    </Link>
  );
}

const nameOf = ({ title }: TrashedRecord) => title || 'Record without a name';
