import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { grants } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, invalid } from '../../errors';
import { countAddress } from '../../identity/guesses';
import { permissionsNow } from '../../identity/role-grants';
import { shareables } from '../../modules/shareables';
import { inTurn } from '../people/last-admin';
import { type GrantFact, givenGrant, grantsGiven, showGrant } from './facts';
import { requirePartner } from './partner';
import { type Grant, GrantRoles } from './shapes';
import { tellOwn, tellPartner } from './tell';

/** Of one tenant at a time, and of those how many another tenant has yet to answer. */
const mostGrants = 100;
const mostUnanswered = 10;
/** To one tenant in a day, those that were taken back or declined included. */
const mostADay = 20;
const shortestHours = 1;
const longestDays = 366;

export const NewGrant = z
  .strictObject({
    /** Address or host of the other tenant, which is in the same pool. */
    address: z.string().trim().min(1, 'Enter the address of the workspace.').max(253),
    view: z.string().max(80),
    placeId: z.uuid(),
    fieldIds: z
      .array(z.uuid())
      .min(1, 'Choose at least one field.')
      .max(30)
      .transform((ids) => [...new Set(ids)]),
    /** For rows about people who are in both tenants: the field that says whom a row is about. */
    personFieldId: z.uuid().nullable().default(null),
    /** Or these rows. */
    rowIds: z
      .array(z.uuid())
      .max(200, 'Choose up to 200.')
      .default([])
      .transform((ids) => [...new Set(ids)]),
    roles: GrantRoles,
    endsAt: z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
    purpose: z
      .string()
      .trim()
      .min(2, 'Say what for, in a few words.')
      .max(300, 'Keep this under 300 characters.'),
  })
  .refine(({ personFieldId, rowIds }) => (personFieldId === null) === rowIds.length > 0, {
    path: ['rowIds'],
    message: 'Share what is about people in both workspaces, or choose what to share.',
  });

/**
 * Offers a view to another tenant of the pool; it opens nothing before an admin there accepts. Throws
 * `invalid`, and alike for an address that nobody has and one of another pool; `forbidden`, `limit`.
 */
export async function giveGrant(ctx: ControlCtx, input: z.output<typeof NewGrant>): Promise<Grant> {
  const { address, view, placeId, fieldIds, personFieldId, rowIds, ...said } = input;
  const shareable = Object.hasOwn(shareables, view) ? shareables[view] : undefined;
  if (!shareable) throw invalid('view', 'This cannot be shared.');
  requireTerm(said.endsAt);
  const choice = { placeId, fieldIds, personFieldId, rowIds };
  const [module] = view.split('.');
  if (ctx.tenant.modulesOff.includes(module ?? '')) throw invalid('view', 'This cannot be shared.');
  const settled = await ctx.readTenant((db) => shareable.settle({ ...ctx, db }, choice));
  const id = uuidv7();
  await countAddress(ctx.tenant.id);
  return await ctx.transact(async (db) => {
    await inTurn(db);
    await requireRights(db, ctx, shareable.permission);
    const given = await grantsGiven(db);
    requireRoom(given);
    // Last of all, so that whoever learns of a tenant has left it an offer, and a line in the trail.
    const partner = await requirePartner(db, address);
    await requireRoomWith(db, given, partner.id);
    await db.insert(grants).values({
      ...{ id, view, placeId, rowIds, ...settled, ...said },
      reach: settled.personField ? 'people' : 'rows',
      poolId: partner.poolId,
      granteeId: partner.id,
      createdBy: ctx.actor.id,
      createdByName: ctx.actor.name,
    });
    ctx.about('grant', id, {
      with: partner.name,
      place: settled.placeName,
      fields: settled.fields.map(({ name }) => name),
      about: settled.personField?.name ?? `${rowIds.length} chosen`,
      ...said,
    });
    await tellPartner(db, id, 'offered');
    return showGrant(await givenGrant(db, id));
  });
}

/** Ends a grant from the next request on. Throws `not_found`; one that was ended stays as it was. */
export async function revokeGrant(ctx: ControlCtx, { id }: { id: string }): Promise<Grant> {
  const { db, actor } = ctx;
  const before = await givenGrant(db, id);
  const ended = await db
    .update(grants)
    .set({ endedAt: databaseNow, endedByName: actor.name })
    .where(and(eq(grants.id, id), isNull(grants.endedAt)))
    .returning({ id: grants.id });
  const grant = await givenGrant(db, id);
  if (ended.length > 0 && isStanding(before)) {
    await tellOwn(ctx, { grant, news: 'revoked', given: true });
    // An offer taken back is no news: whoever got it has done nothing with it.
    if (before.state === 'accepted') await tellPartner(db, id, 'revoked');
  }
  ctx.about('grant', id, { with: grant.partner.name, place: grant.placeName });
  return showGrant(grant);
}

export const listGiven = async ({ db }: ControlCtx) => ({
  grants: (await grantsGiven(db)).map(showGrant),
});

function requireTerm(endsAt: Date) {
  const hours = (endsAt.getTime() - Date.now()) / 3_600_000;
  if (!(hours > 0)) throw invalid('endsAt', 'Choose a day to come.');
  if (hours < shortestHours) throw invalid('endsAt', 'A grant lasts an hour at least.');
  if (hours > longestDays * 24)
    throw invalid('endsAt', 'A grant lasts up to a year. Give it anew then.');
}

/** They may have been taken away while this waited for its turn. Throws `forbidden`. */
async function requireRights(db: ControlDb, { actor }: ControlCtx, permission: string) {
  const now = await permissionsNow(db, actor.id ?? '');
  if (now.has('sharing.manage') && now.has(permission)) return;
  throw new AppError('forbidden', 'Your role does not allow this. An admin can change it.');
}

const isStanding = ({ state }: GrantFact) => state === 'offered' || state === 'accepted';

function requireRoom(given: readonly GrantFact[]) {
  const standing = given.filter(isStanding);
  if (standing.length < mostGrants) return;
  throw new AppError('limit', `A workspace shares up to ${mostGrants} views at a time.`);
}

async function requireRoomWith(db: ControlDb, given: readonly GrantFact[], partnerId: string) {
  const waiting = given.filter(
    ({ state, partner }) => state === 'offered' && partner.id === partnerId,
  );
  if (waiting.length >= mostUnanswered) {
    throw new AppError(
      'limit',
      `That workspace has ${mostUnanswered} offers from here to answer. Wait, or take some back.`,
    );
  }
  const today = await db
    .select({ id: grants.id })
    .from(grants)
    .where(
      and(eq(grants.granteeId, partnerId), gt(grants.createdAt, sql`now() - interval '1 day'`)),
    )
    .limit(mostADay);
  if (today.length < mostADay) return;
  throw new AppError(
    'limit',
    `That workspace was offered ${mostADay} views within a day. Offer more tomorrow.`,
  );
}
