import type { z } from 'zod';
import type { OpenCtx } from '../../doors/ctx';
import { askOpening } from '../opening/ask';
import { siteUrl, tenantUrl } from '../urls';
import { arrivalUrl } from './arrival';
import type { Founded, Founding } from './founding';
import { prepareFounding, writeFounding } from './founding-request';

interface FoundingOptions {
  /** Mails the owner a link to choose a password. */
  welcome?: boolean;
  /** Name of the shard that is wanted. */
  shard?: string | undefined;
  /** The shared pool that it is opened in, instead of one of its own. */
  sharedPoolId?: string | undefined;
}

/**
 * Opens a tenant: the one way for sign-up, console and command line. In the
 * shared tables it stands when this answers; one with walls of its own is opened by the operator,
 * and `url` leads to where that is seen. Throws `conflict` on `slug`, `invalid` for a weak password or
 * a picture that cannot be read.
 */
export async function foundTenant(
  ctx: OpenCtx,
  input: Founding,
  { welcome = false, shard, sharedPoolId }: FoundingOptions = {},
): Promise<z.input<typeof Founded>> {
  const request = {
    ...(await prepareFounding(input, { welcome })),
    inSharedPool: sharedPoolId !== undefined,
  };
  const { slug, name } = request;
  if (input.tier !== 'pooled') {
    const { tenantId, ticket } = await askOpening(ctx, request, {
      tier: input.tier,
      shard,
      sharedPoolId,
    });
    return { tenantId, slug, url: siteUrl(`/start/opening/${ticket}`) };
  }
  return await ctx.founding(
    async (db, ids) => {
      const ownerId = await writeFounding(db, ids, request);
      ctx.about('tenant', ids.tenantId, { slug, name });
      // An account of a shared pool signs in by itself.
      const url = sharedPoolId
        ? tenantUrl({ slug, primaryHost: null })
        : await arrivalUrl(db, { ...ids, slug, ownerId });
      return { tenantId: ids.tenantId, slug, url };
    },
    { shard, ...(sharedPoolId && { poolId: sharedPoolId }) },
  );
}
