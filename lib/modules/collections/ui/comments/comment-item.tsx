'use client';

import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Avatar } from '@/components/ui/avatar';
import { IconButton } from '@/components/ui/icon-button';
import { formatSecond, formatTime, type Reader } from '@/lib/format';
import { useWording } from '@/lib/language/wording-provider';
import { piecesOf, toWriting } from '../../comments/mentions';
import type { Comment } from '../../comments/shapes';
import type { PersonName } from '../grid/columns';
import { CommentBox } from './comment-box';

interface Props {
  comment: Comment;
  people: readonly PersonName[];
  reader: Reader;
  isOwn: boolean;
  isRemovable: boolean;
  onSave: (body: string) => Promise<string | undefined>;
  onRemove: () => Promise<{ error?: string }>;
}

/** One comment, with the way to change it or take it away. */
export function CommentItem(props: Props) {
  const t = useWording('collections');
  const { comment, people, reader, isOwn, isRemovable, onSave, onRemove } = props;
  const [editing, setEditing] = useState(false);
  const who = comment.by?.name ?? t('A former member');
  const at = new Date(comment.createdAt);
  const save = async (body: string) => {
    const refused = await onSave(body);
    if (refused === undefined) setEditing(false);
    return refused;
  };
  return (
    <li className="flex gap-3">
      <Avatar name={who} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <div className="flex items-start gap-1">
          <p className="min-w-0 flex-1">
            <span className="font-medium">{who}</span>{' '}
            <time
              dateTime={at.toISOString()}
              title={formatSecond(at, reader)}
              className="text-muted text-sm"
            >
              {formatTime(at, reader)}
            </time>
            {comment.editedAt ? <span className="text-muted text-sm"> {t('(edited)')}</span> : null}
          </p>
          {isOwn && !editing ? (
            <IconButton
              icon={Pencil}
              size="small"
              label={t('Edit comment')}
              onClick={() => setEditing(true)}
            />
          ) : null}
          {isRemovable && !editing ? (
            <AlertDialog
              trigger={<IconButton icon={Trash2} size="small" label={t('Delete comment')} />}
              title={t('Delete the comment of {who}?', { who })}
              description={t('It disappears for everybody and cannot be brought back.')}
              action={t('Delete comment')}
              onConfirm={onRemove}
            />
          ) : null}
        </div>
        {editing ? (
          <CommentBox
            label={t('Change your comment')}
            action={t('Save')}
            initial={{ text: toWriting(comment.body, people), people }}
            onSave={save}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <p className="whitespace-pre-wrap break-words">
            {piecesOf(comment.body).map((piece, index) =>
              'text' in piece ? (
                piece.text
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
                <span key={index} className="font-medium text-link">
                  @{people.find(({ id }) => id === piece.id)?.name ?? 'somebody'}
                </span>
              ),
            )}
          </p>
        )}
      </div>
    </li>
  );
}
