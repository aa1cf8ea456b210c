import type { ControlCtx } from '../../doors/ctx';
import { shareables } from '../../modules/shareables';
import { grantsAbout, showGrant } from './facts';

/** By which grants of this tenant others may look at rows about the caller at this moment. */
export async function whoMayLook(ctx: ControlCtx) {
  const me = ctx.caller.user?.id;
  const found = me ? await grantsAbout(ctx.db, me) : [];
  if (!me || found.length === 0) return { grants: [] };
  const about = await ctx.readTenant(async (db) => {
    const concerned = new Set<string>();
    for (const [view, shareable] of Object.entries(shareables)) {
      const own = found.filter((grant) => grant.view === view);
      const answers = await shareable.concerning({ db }, own, me);
      for (const [at, { id }] of own.entries()) if (answers[at]) concerned.add(id);
    }
    return concerned;
  });
  return { grants: found.filter(({ id }) => about.has(id)).map(showGrant) };
}
