import { z } from 'zod';
import type { PlatformCtx } from '../../doors/ctx';
import { procedure } from '../../doors/procedure';
import { readOpening } from '../../tenancy/opening/facts';
import { OpeningFacts } from '../../tenancy/opening/shapes';
import { giveUpOpening, retryOpening } from '../../tenancy/opening/steer';
import { Slug } from '../../tenancy/slugs';
import { Reason } from '../reason';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

const OpeningId = z.strictObject({ id: z.uuid() });

export const openingsProcedures = {
  get: procedure(
    {
      name: 'openings.get',
      summary: 'Read how the opening of a tenant goes',
      method: 'GET',
      path: '/openings/{id}',
      ...byStaff,
      reason: 'Looking at a tenant that is being opened',
      input: OpeningId,
      output: OpeningFacts,
    },
    ({ db }, { id }) => readOpening(db, id),
  ),
  retry: procedure(
    {
      name: 'openings.retry',
      summary: 'Have the opening of a tenant tried again',
      method: 'POST',
      path: '/openings/{id}/retry',
      ...byStaff,
      input: OpeningId.extend({ slug: Slug.optional(), reason: Reason }),
      output: OpeningFacts,
    },
    async (ctx, { id, slug }) => {
      await retryOpening(ctx.db, { tenantId: id, slug });
      return await told(ctx, id);
    },
  ),
  giveUp: procedure(
    {
      name: 'openings.giveUp',
      summary: 'Take the opening of a tenant back',
      method: 'POST',
      path: '/openings/{id}/give-up',
      ...byStaff,
      input: OpeningId.extend({ reason: Reason }),
      output: OpeningFacts,
    },
    async (ctx, { id }) => {
      await giveUpOpening(ctx.db, id);
      return await told(ctx, id);
    },
  ),
};

async function told(ctx: PlatformCtx, id: string) {
  const facts = await readOpening(ctx.db, id);
  ctx.about('tenant', id, { slug: facts.slug, name: facts.name });
  return facts;
}
