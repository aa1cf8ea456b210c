import { z } from 'zod';
import { RecordId } from '../records/shapes';

const Person = z.object({ id: z.uuid(), name: z.string() });

export const Comment = z.object({
  id: z.uuid(),
  /** Plain text; a mention stands as `@[user id]`. */
  body: z.string(),
  by: Person.nullable(),
  createdAt: z.coerce.date(),
  editedAt: z.coerce.date().nullable(),
});
export type Comment = z.infer<typeof Comment>;

export const CommentsInput = RecordId.extend({
  limit: z.number().int().min(1).max(100).default(30),
  /** Where the page before ended; from `nextCursor`. */
  cursor: z.string().max(100).optional(),
});
export type CommentsInput = z.output<typeof CommentsInput>;

export const CommentsPage = z.object({
  /** The newest first. */
  comments: z.array(Comment),
  total: z.number().int(),
  nextCursor: z.string().nullable(),
  /** Names of those who are mentioned. */
  people: z.array(Person),
});
export type CommentsPage = z.infer<typeof CommentsPage>;

const Body = z
  .string()
  .trim()
  .min(1, 'Write something first')
  .max(4_000, 'A comment has at most 4,000 characters');

export const NewComment = RecordId.extend({ body: Body });
export const CommentId = RecordId.extend({ commentId: z.uuid() });
export const CommentChange = CommentId.extend({ body: Body });
