import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm';
import { tasks, taskWork } from '@/db/schema/tenant/tasks';
import { permissionsOf } from '@/lib/access/rights';
import type { Caller } from '@/lib/doors/caller';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError } from '@/lib/errors';
import { isFor, valuesOf, whoseOf } from './whose';

/** Whose work somebody reviews: everybody's, or that of some people. */
export type Reach = 'all' | ReadonlySet<string>;

/**
 * Whose work the caller reviews; of a role limited to a team, that of its people. What comes with a
 * team is not among the scopes of a token.
 */
export function reviewReach({ permissions, teams, token }: Caller): Reach {
  if (permissions.has('tasks.review')) return 'all';
  const over = token ? [] : (teams?.over ?? []);
  const reviewing = over.filter((role) => permissionsOf([role]).has('tasks.review'));
  return new Set(reviewing.flatMap(({ people }) => people));
}

export const reaches = (reach: Reach, userId: string) => reach === 'all' || reach.has(userId);

const isSome = (reach: Reach) => reach === 'all' || reach.size > 0;

/** Whether somebody reviews anybody's work. */
export const reviewsAny = (caller: Caller): boolean => isSome(reviewReach(caller));

/** Whether there is anything here for somebody but their own tasks. */
export const followsOthers = (ctx: Pick<TenantCtx, 'caller' | 'can'>): boolean =>
  ctx.can('tasks.assign') || reviewsAny(ctx.caller);

/** Whether somebody gave a task, and gives any still. */
export const isGiver = (
  { actor, can }: Pick<TenantCtx, 'actor' | 'can'>,
  createdBy: string | null,
): boolean => can('tasks.assign') && createdBy !== null && createdBy === actor.id;

/** Throws `forbidden` for who neither gives nor reviews tasks. */
export function requireFollowing(ctx: Pick<TenantCtx, 'caller' | 'can'>): void {
  if (!followsOthers(ctx)) throw refused();
}

/** Throws `forbidden` for who reviews nobody's work. */
export function requireReviewing({ caller }: Pick<TenantCtx, 'caller'>): Reach {
  const reach = reviewReach(caller);
  if (!isSome(reach)) throw refused();
  return reach;
}

/** Tasks of others that the caller follows: those they gave, and those of people they review. */
export async function isFollowed(
  ctx: Pick<TenantCtx, 'db' | 'actor' | 'caller' | 'can' | 'readControl'>,
): Promise<SQL | undefined> {
  const reach = reviewReach(ctx.caller);
  if (reach === 'all') return undefined;
  const { db, actor } = ctx;
  const gave = ctx.can('tasks.assign') && actor.id ? eq(tasks.createdBy, actor.id) : sql`false`;
  if (!isSome(reach)) return gave;
  const worked = exists(
    db
      .select({ one: sql`1` })
      .from(taskWork)
      .where(and(eq(taskWork.taskId, tasks.id), isOneOf([...reach]))),
  );
  const whose = await whoseOf(ctx, [...reach]);
  // What is for everybody is for none of theirs where none of them may hand in.
  return or(gave, worked, whose.userIds.length > 0 ? isFor(db, valuesOf(whose)) : undefined);
}

/** That work is by one of these people. */
export const isOneOf = (userIds: readonly string[]): SQL =>
  sql`${taskWork.userId} = any(${sql.param([...userIds])}::uuid[])`;

const refused = () =>
  new AppError('forbidden', 'Your role does not allow this. An admin can change it.');
