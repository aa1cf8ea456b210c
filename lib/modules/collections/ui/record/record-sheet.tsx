'use client';

import { Maximize2, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Sheet } from '@/components/ui/sheet';
import { Tabs } from '@/components/ui/tabs';
import { formatTime, type Reader } from '@/lib/format';
import { useWording } from '@/lib/language/wording-provider';
import { RecordComments } from '../comments/record-comments';
import { RecordHistory } from '../history/record-history';
import { RecordFields, type RecordFieldsProps } from './record-fields';
import { titleOf } from './title';

interface Props extends RecordFieldsProps {
  /** The record's own page, in the view it was opened from. */
  href: string;
  reader: Reader;
  userId: string;
  rights: { comment: boolean; moderate: boolean };
  /** Whether it may go to the trash. */
  removable: boolean;
  onClose: () => void;
  onDelete: () => void;
}

/** One record beside the grid; its page shows the same in full. */
export function RecordSheet({ href, reader, removable, onClose, onDelete, ...rest }: Props) {
  const t = useWording('collections');
  const { userId, rights, ...parts } = rest;
  const { collectionId, record, fields } = parts;
  const changed = formatTime(new Date(record.updatedAt), reader);
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t.said(titleOf(record, fields))}
      description={t('Changed {changed}, version {version}', { changed, version: record.version })}
      className="max-w-xl"
      footer={
        <>
          <LinkButton href={href} variant="ghost" className="mr-auto">
            <Maximize2 aria-hidden />
            {t('Open page')}
          </LinkButton>
          {removable ? (
            <Button variant="danger-quiet" onClick={onDelete}>
              <Trash2 aria-hidden />
              {t('Delete record')}
            </Button>
          ) : null}
        </>
      }
    >
      <Tabs
        label={t('Parts of the record')}
        tabs={[
          { value: 'fields', label: t('Fields'), content: <RecordFields {...parts} /> },
          {
            value: 'comments',
            label: t('Comments'),
            content: (
              <RecordComments {...{ collectionId, userId, rights, reader }} recordId={record.id} />
            ),
          },
          {
            value: 'history',
            label: t('History'),
            content: <RecordHistory {...{ reader }} {...parts} />,
          },
        ]}
      />
    </Sheet>
  );
}
