import type { tasks } from '@/db/schema/tenant/tasks';
import type { TenantCtx } from '@/lib/doors/ctx';
import { invalid } from '@/lib/errors';
import type { TopicPointer, TopicShown } from '@/lib/tenancy/topics/shapes';
import { nameTopics } from '@/lib/tenancy/topics/topics';

type Row = Pick<typeof tasks.$inferSelect, 'aboutModule' | 'aboutWithin' | 'aboutId'>;

/** What a stored task points to. */
const pointerOf = ({ aboutModule: module, aboutWithin: within, aboutId: id }: Row) =>
  module && within && id ? { module, within, id } : null;

/** The rows of a page with what they are about, named for the caller. */
export async function withTopics<T extends Row>(ctx: TenantCtx, rows: readonly T[]) {
  const nameOf = await nameTopics(
    ctx,
    rows.flatMap((row) => pointerOf(row) ?? []),
  );
  return rows.map(({ aboutModule, aboutWithin, aboutId, ...row }) => {
    const pointer = pointerOf({ aboutModule, aboutWithin, aboutId });
    const about: TopicShown | null = pointer && { ...pointer, thing: nameOf(pointer) };
    return { ...row, about };
  });
}

/**
 * Columns of a thing that a task is to be about; nothing where none was said. Throws `invalid` for one
 * that is not there, or that the caller does not see, unless it stands there already.
 */
export async function aboutColumns(
  ctx: TenantCtx,
  about: TopicPointer | null | undefined,
  stored: Row | null,
): Promise<Partial<Row>> {
  if (about === undefined) return {};
  if (about === null) return { aboutModule: null, aboutWithin: null, aboutId: null };
  const { module, within, id } = about;
  const kept = stored && pointerOf(stored);
  const isStored = kept?.module === module && kept.within === within && kept.id === id;
  if (!isStored && !(await nameTopics(ctx, [about]))(about)) {
    throw invalid('about', 'What it is to be about is not there, or you cannot see it.');
  }
  return { aboutModule: module, aboutWithin: within, aboutId: id };
}
