import type { z } from 'zod';
import type { OpenCtx } from '../../doors/ctx';
import { askOpening } from '../opening/ask';
import { siteUrl } from '../urls';
import { arrivalUrl } from './arrival';
import type { Founded, Founding } from './founding';
import { prepareFounding, writeFounding } from './founding-request';

interface FoundingOptions {
  /** Mails the owner a link to choose a password. */
  welcome?: boolean;
  /** Name of the shard that is wanted. */
  shard?: string | undefined;
}

/**
 * Opens a tenant with a pool of its own: the one way for sign-up, console and command line. In the
 * shared tables it stands when this answers; one with walls of its own is opened by the operator,
 * and `url` leads to where that is seen. Throws `conflict` on `slug`, `invalid` for a weak password or
 * a picture that cannot be read.
 */
export async function foundTenant(
  ctx: OpenCtx,
  input: Founding,
  { welcome = false, shard }: FoundingOptions = {},
): Promise<z.input<typeof Founded>> {
  const request = await prepareFounding(input, { welcome });
  const { slug, name } = request;
  if (input.tier !== 'pooled') {
    const { tenantId, ticket } = await askOpening(ctx, request, { tier: input.tier, shard });
    return { tenantId, slug, url: siteUrl(`/start/opening/${ticket}`) };
  }
  return await ctx.founding(
    async (db, ids) => {
      const ownerId = await writeFounding(db, ids, request);
      ctx.about('tenant', ids.tenantId, { slug, name });
      const url = await arrivalUrl(db, { ...ids, slug, ownerId });
      return { tenantId: ids.tenantId, slug, url };
    },
    { shard },
  );
}
