'use client';

import { MessageSquare } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { Reader } from '@/lib/format';
import { useWording } from '@/lib/language/wording-provider';
import { CommentBox } from './comment-box';
import { CommentItem } from './comment-item';
import { useComments } from './use-comments';

interface Props {
  collectionId: string;
  recordId: string;
  userId: string;
  rights: { comment: boolean; moderate: boolean };
  reader: Reader;
}

/** What people say about a record, the newest first, and the box to say something. */
export function RecordComments({ collectionId, recordId, userId, rights, reader }: Props) {
  const t = useWording('collections');
  const { page, error, say, remove, more, again } = useComments(collectionId, recordId);
  if (!page) {
    return error ? (
      <ErrorState
        title={t('The comments did not load')}
        description={error.message}
        action={<Button onClick={again}>{t('Try again')}</Button>}
      />
    ) : (
      <Skeleton className="h-20" />
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {rights.comment ? (
        <CommentBox
          label={t('Write a comment')}
          action={t('Comment')}
          onSave={(body) => say(body)}
        />
      ) : null}
      {page.total === 0 && !rights.comment ? (
        <EmptyState
          icon={MessageSquare}
          title={t('No comments yet')}
          description={t('Members who may comment have not said anything about this record.')}
        />
      ) : null}
      {page.total > 0 ? (
        <ol aria-label={t('Comments')} className="flex flex-col gap-5">
          {page.comments.map((comment) => (
            <CommentItem
              key={comment.id}
              {...{ comment, reader }}
              people={page.people}
              isOwn={rights.comment && comment.by?.id === userId}
              isRemovable={rights.moderate || (rights.comment && comment.by?.id === userId)}
              onSave={(body) => say(body, comment)}
              onRemove={() => remove(comment)}
            />
          ))}
        </ol>
      ) : null}
      {more ? (
        <Button className="self-start" onClick={more}>
          {t('Show earlier comments')}
        </Button>
      ) : null}
    </div>
  );
}
