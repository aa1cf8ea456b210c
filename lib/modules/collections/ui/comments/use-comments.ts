'use client';

import { useEffect, useState } from 'react';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { Comment, CommentsPage } from '../../comments/shapes';
import { type ApiError, api } from '../data/api';

interface State {
  page: CommentsPage | null;
  error: ApiError | null;
}

/** What was said about a record, read again when a person comes back to the window. */
export function useComments(collectionId: string, recordId: string) {
  const t = useWording('collections');
  const path = `/collections/${collectionId}/records/${recordId}/comments`;
  const [{ page, error }, setState] = useState<State>({ page: null, error: null });
  const read = async (cursor?: string, signal?: AbortSignal) => {
    const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
    const answer = await api<CommentsPage>('GET', `${path}${query}`, undefined, signal);
    if (signal?.aborted) return;
    if (!answer.ok) {
      setState((was) => ({ ...was, error: answer.error }));
      return;
    }
    const news = answer.data;
    setState(({ page: was }) => ({
      error: null,
      page:
        cursor && was
          ? {
              ...news,
              comments: [...was.comments, ...news.comments],
              people: [...was.people, ...news.people],
            }
          : news,
    }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another record has other comments
  useEffect(() => {
    const controller = new AbortController();
    const look = () => {
      if (document.visibilityState === 'visible') void read(undefined, controller.signal);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      controller.abort();
      document.removeEventListener('visibilitychange', look);
    };
  }, [path]);

  /** Answers why it was not kept, or nothing. */
  const say = async (body: string, comment?: Comment): Promise<string | undefined> => {
    const answer = comment
      ? await api<Comment>('PATCH', `${path}/${comment.id}`, { body })
      : await api<Comment>('POST', path, { body });
    if (!answer.ok) return answer.error.fields.body ?? answer.error.message;
    await read();
    return undefined;
  };
  const remove = async ({ id }: Comment) => {
    const answer = await api('DELETE', `${path}/${id}`);
    if (!answer.ok) return { error: answer.error.message };
    notify.done(t('Comment deleted'));
    await read();
    return {};
  };
  const more = page?.nextCursor ? () => void read(page.nextCursor ?? undefined) : undefined;
  return { page, error, say, remove, more, again: () => void read() };
}
