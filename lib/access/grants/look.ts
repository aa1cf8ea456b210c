import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { countLook } from '../../identity/guesses';
import { shareables } from '../../modules/shareables';
import { tenantUrl } from '../../tenancy/urls';
import { grantsOpenTo, showGrant } from './facts';
import { GrantId } from './shapes';

const pageSize = 50;
const mostPages = 200;

export const LookQuery = GrantId.extend({
  page: z.coerce.number().int().min(1).max(mostPages).default(1),
});

export const SharedView = z.strictObject({
  id: z.uuid(),
  /** Whose it is. */
  from: z.object({ name: z.string(), url: z.string() }),
  title: z.string(),
  purpose: z.string(),
  endsAt: z.coerce.date(),
  columns: z.array(z.string()),
  /** What the first column is called where rows are about people. */
  personColumn: z.string().nullable(),
  rows: z.array(z.object({ person: z.string().nullable(), values: z.array(z.string()) })),
  total: z.number().int(),
  page: z.number().int(),
  pages: z.number().int(),
});

/** What other tenants share with a role of the caller now. */
export async function listShared({ db, caller }: ControlCtx) {
  const open = caller.user ? await grantsOpenTo(db, caller.user.id) : [];
  return { grants: open.map(showGrant) };
}

/** One page of what another tenant shares. Throws `not_found`, `precondition`, `limit`, `unavailable`. */
export async function look(
  ctx: ControlCtx,
  { id, page }: z.output<typeof LookQuery>,
): Promise<z.input<typeof SharedView>> {
  const { grant, ...seen } = await ctx.readGranted(id, async ({ db, grant }) => {
    const shareable = shareables[grant.view];
    if (!shareable) throw notFound('This view');
    await countLook(grant.partner.id, ctx.tenant.id);
    const { timeZone } = grant.partner;
    const asked = { people: grant.people, offset: (page - 1) * pageSize, limit: pageSize };
    return { ...(await shareable.read({ db, timeZone }, grant, asked)), grant };
  });
  const names = await namesOf(
    ctx,
    seen.rows.flatMap(({ personId }) => personId ?? []),
  );
  return {
    id,
    from: { name: grant.partner.name, url: tenantUrl(grant.partner) },
    title: seen.placeName,
    purpose: grant.purpose,
    endsAt: grant.endsAt,
    columns: seen.columns,
    personColumn: grant.personField?.name ?? null,
    rows: seen.rows.map(({ personId, values }) => ({
      person: personId && (names.get(personId) ?? null),
      values,
    })),
    total: seen.total,
    page,
    pages: Math.min(mostPages, Math.max(1, Math.ceil(seen.total / pageSize))),
  };
}

/** As they are called here: whoever is shown is a member of this tenant too. */
async function namesOf({ db }: ControlCtx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]));
  return new Map(found.map(({ id, name }) => [id, name]));
}
