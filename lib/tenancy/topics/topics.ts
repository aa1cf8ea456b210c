import type { TenantCtx } from '../../doors/ctx';
import type { Topic, TopicId, TopicSource } from '../../modules/topic';
import { topics } from '../../modules/topics';

interface Stored extends TopicId {
  module: string;
}

const sources: Readonly<Record<string, TopicSource>> = topics;

/** Names things of any modules, in two round trips for each module, as far as the caller may see them. */
export async function nameTopics(
  ctx: TenantCtx,
  pointers: readonly Stored[],
): Promise<(pointer: Stored) => Topic | null> {
  const named = new Map<string, ReadonlyMap<string, Topic>>();
  for (const module of new Set(pointers.map((pointer) => pointer.module))) {
    const source = sources[module];
    if (!source || ctx.tenant.modulesOff.includes(module) || !ctx.can(source.permission)) continue;
    const own = pointers.filter((pointer) => pointer.module === module);
    named.set(module, await source.name(ctx, own));
  }
  return ({ module, id }) => named.get(module)?.get(id) ?? null;
}
