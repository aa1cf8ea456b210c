import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { listComments } from './list';
import {
  Comment,
  CommentChange,
  CommentId,
  CommentsInput,
  CommentsPage,
  NewComment,
} from './shapes';
import { Mention, tellMentioned } from './tell';
import { createComment, deleteComment, updateComment } from './write';

const common = { module: 'collections', plane: 'tenant' } as const;
const write = { ...common, permission: 'records.comment' } as const;
const all = '/collections/{collectionId}/records/{recordId}/comments';
const one = '/collections/{collectionId}/records/{recordId}/comments/{commentId}';

export const commentProcedures = {
  list: procedure(
    {
      ...common,
      name: 'comments.list',
      summary: 'List what was said about a record.',
      permission: 'records.read',
      method: 'GET',
      path: all,
      input: CommentsInput,
      output: CommentsPage,
    },
    listComments,
  ),
  create: procedure(
    {
      ...write,
      name: 'comments.create',
      summary: 'Comment on a record; mention members as @[user id].',
      method: 'POST',
      path: all,
      input: NewComment,
      output: Comment,
    },
    createComment,
  ),
  update: procedure(
    {
      ...write,
      name: 'comments.update',
      summary: 'Change a comment of your own.',
      method: 'PATCH',
      path: one,
      input: CommentChange,
      output: Comment,
    },
    updateComment,
  ),
  delete: procedure(
    {
      ...write,
      name: 'comments.delete',
      summary: 'Delete a comment of your own, or as an admin anybody’s.',
      method: 'DELETE',
      path: one,
      input: CommentId,
      output: z.object({ id: z.uuid() }),
    },
    deleteComment,
  ),
  tell: procedure(
    {
      name: 'comments.tell',
      summary: 'Mails a member that they were mentioned',
      module: 'collections',
      plane: 'control',
      permission: 'job',
      method: 'POST',
      path: null,
      input: Mention,
      output: z.void(),
    },
    tellMentioned,
  ),
};
