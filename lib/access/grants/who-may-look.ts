import { z } from 'zod';
import type { ControlCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import type { SeenPlace } from '../../modules/shareable';
import { shareables } from '../../modules/shareables';
import { type BuiltInRole, builtInRoles } from '../permissions';
import { type GrantFact, grantsAbout, showGrant } from './facts';
import { Grant, Named } from './shapes';

/** What whom a grant is about may know of it. */
export const Lookers = z.strictObject({
  grants: z.array(
    Grant.pick({ id: true, partner: true, title: true, purpose: true, endsAt: true }).extend({
      /** Those of the other workspace that may look. */
      roles: z.array(z.enum(builtInRoles)),
      /** What they may look at, as far as the person sees it themselves. */
      place: z.object({ name: z.string(), fields: z.array(Named) }).nullable(),
    }),
  ),
});

/**
 * By which grants of this tenant others may look at rows about the caller at this moment. Throws
 * `forbidden` for a token.
 */
export async function whoMayLook(ctx: ControlCtx): Promise<z.input<typeof Lookers>> {
  const { user, session } = ctx.caller;
  if (!session) {
    throw new AppError('forbidden', 'An API token cannot do this. Sign in with your password.');
  }
  const about = user ? await grantsAbout(ctx.db, user.id) : [];
  // Who came in for this tenant alone is not told in which others the person is.
  const found = session.confined ? about.filter(({ reach }) => reach === 'rows') : about;
  if (!user || found.length === 0) return { grants: [] };
  const seen = await ctx.readTenant(async (db) => {
    const places = new Map<string, SeenPlace | null>();
    for (const [view, shareable] of Object.entries(shareables)) {
      const own = found.filter((grant) => grant.view === view);
      const concerned = await shareable.concerning({ db }, own, user.id);
      const theirs = own.filter((_, at) => concerned[at]);
      const answers = await shareable.seen({ ...ctx, db }, theirs);
      for (const [at, { id }] of theirs.entries()) places.set(id, answers[at] ?? null);
    }
    return places;
  });
  return {
    grants: found.flatMap((grant) => {
      const place = seen.get(grant.id);
      return place === undefined ? [] : [tell(grant, place)];
    }),
  };
}

function tell(grant: GrantFact, place: SeenPlace | null) {
  const { id, partner, title, purpose, endsAt, answer } = showGrant(grant);
  const roles: BuiltInRole[] = answer?.roles ?? [];
  return {
    ...{ id, partner, title, purpose, endsAt, roles },
    place: place && { name: place.placeName, fields: place.fields },
  };
}
