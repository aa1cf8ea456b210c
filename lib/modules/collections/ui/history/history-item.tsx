'use client';

import { Undo2 } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { formatSecond, formatTime, type Reader } from '@/lib/format';
import type { Plain, Wording } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import type { HistoryEntry } from '../../history/shapes';
import { changeTexts } from './change-text';
import type { Restore } from './use-restore';

interface Props {
  entry: HistoryEntry;
  /** Those of the collection by now. */
  fields: readonly Field[];
  reader: Reader;
  /** Absent when this person may not edit. */
  restore: Restore | undefined;
  isLatest: boolean;
}

/** One change: who, when, and each field before and after. */
export function HistoryItem({ entry, fields, reader, restore, isLatest }: Props) {
  const t = useWording('collections');
  const way = ways[entry.procedure ?? ''];
  const at = new Date(entry.at);
  const who = entry.by?.name ?? t('The workspace itself');
  return (
    <li className="flex gap-3">
      <Avatar name={who} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p>
          <span className="font-medium">{who}</span> {deedOf(entry, t)}
        </p>
        <p className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
          <time dateTime={at.toISOString()} title={formatSecond(at, reader)}>
            {formatTime(at, reader)}
          </time>
          {way ? <span>{t(way)}</span> : null}
        </p>
        <Changes {...{ entry, fields, reader, restore }} />
        {restore && !isLatest ? (
          <Button
            size="small"
            variant="ghost"
            className="-ml-2 mt-1"
            onClick={() => void restore.whole(entry.id)}
          >
            <Undo2 aria-hidden />
            {t('Restore the record as it was then')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function Changes({ entry, fields, reader, restore }: Omit<Props, 'isLatest'>) {
  const t = useWording('collections');
  if (entry.changes.length === 0) return null;
  const isNew = entry.kind === 'created';
  return (
    <ul className="mt-2 flex flex-col divide-y divide-line rounded-panel border border-line text-sm">
      {entry.changes.map((change) => {
        const { before, after } = changeTexts(change, { fields, reader, t });
        return (
          <li key={change.key} className="flex items-start gap-2 px-3 py-2">
            <div className="min-w-0 flex-1">
              <p className="flex items-center gap-2 text-muted">
                {change.name}
                {change.gone ? <Badge>{t('deleted field')}</Badge> : null}
              </p>
              <p className="break-words">
                {isNew ? null : (
                  <>
                    <del className="text-muted">{before || t('empty')}</del>
                    <span aria-hidden className="px-1.5 text-subtle">
                      →
                    </span>
                  </>
                )}
                <ins className="no-underline">{after || t('empty')}</ins>
              </p>
            </div>
            {restore && !isNew && !change.gone ? (
              <IconButton
                icon={Undo2}
                size="small"
                label={t('Restore {name} to {before}', {
                  name: change.name,
                  before: before || t('empty'),
                })}
                onClick={() => void restore.value(change)}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** How it was done, where that is worth a word. */
const ways: Record<string, Plain<'collections'>> = {
  'records.assign': 'in a bulk edit',
  'records.undo': 'by undo',
  'records.updateMany': 'with other cells',
  'fields.update': 'by a change of the field',
  'moments.restore': 'by going back to a moment',
};

function deedOf({ kind, imported, changes }: HistoryEntry, t: Wording<'collections'>): string {
  if (kind === 'created') return imported ? t('imported this record') : t('added this record');
  if (kind === 'deleted') return t('moved this record to the trash');
  if (kind === 'restored') return t('brought this record back from the trash');
  const [only, ...more] = changes;
  if (!only) return t('changed this record');
  return more.length === 0
    ? t('changed {name}', { name: only.name })
    : t('changed {count, plural, one {# field} other {# fields}}', { count: changes.length });
}
