import { isSlugTaken, shardFor } from '@/db/directory';
import type { HomeTier } from '@/db/homes/home';
import { openings } from '@/db/schema/control';
import type { OpenCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { askOperator } from '../../operations/ask';
import type { FoundingRequest } from '../onboarding/founding-request';
import { slugTaken } from '../slug-taken';
import { sealAsked } from './asked';
import { mintTicket } from './ticket';

interface Wish {
  tier: HomeTier;
  /** Name of one shard. */
  shard: string | undefined;
  /** The shared pool that it is opened in, if not in one of its own. */
  sharedPoolId: string | undefined;
}

/** The operator's kind of work by which tenants with walls of their own are opened. */
export const openingKind = 'opening';

/**
 * Asks the operator to open a tenant with walls of its own, and holds its address. Throws
 * `conflict` on `slug`, `precondition` on `shard` when that takes none.
 */
export async function askOpening(
  ctx: OpenCtx,
  request: FoundingRequest,
  { tier, shard, sharedPoolId }: Wish,
): Promise<{ tenantId: string; ticket: string }> {
  const { slug, name } = request;
  if (await isSlugTaken(slug)) throw slugTaken();
  if (shard && !(await shardFor(tier, { shard, except: [] }))) {
    const message = `The shard ${shard} takes no tenant of this kind now.`;
    throw new AppError('precondition', message, { fields: { shard: message } });
  }
  return await ctx.reserve(async (db, ids, asker) => {
    const { actor } = ctx;
    const { id } = await askOperator(db, { kind: openingKind, input: {}, actor });
    const [made] = await db
      .insert(openings)
      .values({
        id,
        poolId: ids.poolId,
        slug,
        name,
        tier,
        shard,
        request: sealAsked({ request, asker }),
        askedByName: actor.name,
      })
      .onConflictDoNothing()
      .returning({ id: openings.id });
    if (!made) throw slugTaken();
    return { tenantId: ids.tenantId, ticket: mintTicket(ids) };
  }, sharedPoolId);
}
