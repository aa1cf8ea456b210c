import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import {
  credentials,
  logins,
  memberships,
  passkeys,
  recoveryCodes,
  secondFactors,
  users,
} from '@/db/schema/control';
import { standingOwner } from '../../access/ownership/ownership';
import type { PoolCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { languageOf } from '../../language/wording-in';
import { mailBrand } from '../../mail/brand';
import { compose } from '../../mail/compose';
import { sendMail } from '../../mail/send-mail';
import { tenantUrl } from '../../tenancy/urls';
import { countGuess } from '../guesses';
import { signedInPerson } from '../person-only';
import { beginClaim, proofsOf } from './claims';
import { countPeople, endJoinIn, findJoin } from './joins';
import { countLate } from './late';
import { reminderLetter } from './letters';
import { joinIsOver } from './sides';
import { countTies, tied } from './ties';

export const PoolJoinView = z.object({
  /** Null where none is offered or under way. */
  join: z
    .object({
      id: z.uuid(),
      state: z.enum(['offered', 'running']),
      pool: z.string(),
      reason: z.string(),
      offeredAt: z.coerce.date(),
      startedAt: z.coerce.date().nullable(),
    })
    .nullable(),
  people: z.object({ all: z.int(), left: z.int() }),
  /** Of how many who came over records should name the new account by now, and do not. */
  late: z.int(),
  /** How many views, shared with other workspaces or by them, have to end before it can begin. */
  ties: z.int(),
  isOwner: z.boolean(),
});

/** What is offered, or how far people have come over. */
export async function getJoin(ctx: PoolCtx): Promise<z.input<typeof PoolJoinView>> {
  const join = (await findJoin(ctx.db, 'offered')) ?? (await findJoin(ctx.db, 'running'));
  return {
    join: join && {
      id: join.id,
      state: join.state as 'offered' | 'running',
      pool: join.poolName,
      reason: join.reason,
      offeredAt: join.createdAt,
      startedAt: join.startedAt,
    },
    people: await countPeople(ctx.db),
    late: await countLate(ctx.db),
    ties: join?.state === 'offered' ? await countTies(ctx.db) : 0,
    isOwner: await isOwner(ctx),
  };
}

/**
 * The owner's word, which takes effect once they proved an account of the shared pool as well. Throws
 * `forbidden` for anybody else, `precondition` where nothing is offered or a shared view stands against it.
 */
export async function agree(ctx: PoolCtx): Promise<{ claim: string; expiresAt: Date }> {
  const { user } = signedInPerson(ctx);
  await wantOwner(ctx);
  const join = await findJoin(ctx.db, 'offered');
  if (!join) throw joinIsOver();
  if ((await countTies(ctx.db)) > 0) throw tied();
  ctx.about('pool_join', join.id, { pool: join.poolName });
  const formerState = (await proofsOf(ctx.db, user.id)) ?? undefined;
  const own = { formerUserId: user.id, ...(formerState && { formerState }) };
  const claim = { joinId: join.id, purpose: 'begin', ...own } as const;
  return await beginClaim(ctx, ctx.db, claim);
}

/** Turns the offer down. Throws `forbidden`, `precondition`. */
export async function decline(ctx: PoolCtx): Promise<void> {
  signedInPerson(ctx);
  await wantOwner(ctx);
  const id = await endJoinIn(ctx.db, 'offered', ctx.actor.name);
  if (!id) throw joinIsOver();
  ctx.about('pool_join', id);
}

/**
 * Ends the coming over: whoever has not come stays on the list without access. Throws `forbidden`,
 * `precondition`.
 */
export async function endJoin(ctx: PoolCtx): Promise<{ left: number }> {
  await wantOwner(ctx);
  const { left } = await countPeople(ctx.db);
  const id = await endJoinIn(ctx.db, 'running', ctx.actor.name);
  if (!id) throw joinIsOver();
  ctx.about('pool_join', id, { left });
  return { left };
}

/**
 * Destroys what proved accounts of the pool that a tenant left, unless others are still there: nobody
 * can sign in by it anywhere. Repeating it changes nothing.
 */
export async function closeFormer(ctx: PoolCtx, joinId: string): Promise<void> {
  const { run } = await ctx.otherPool(joinId);
  await run(async (db) => {
    const [{ isLeft } = { isLeft: false }] = await db
      .select({ isLeft: sql<boolean>`control.former_pool_is_left(${joinId}::uuid)` })
      .from(sql`(select 1) as one`);
    if (!isLeft) return;
    for (const table of [credentials, secondFactors, recoveryCodes, passkeys]) {
      await db.delete(table).where(sql`true`);
    }
    await db.update(logins).set({ revokedAt: new Date() }).where(isNull(logins.revokedAt));
  });
}

/** Mails somebody who has not come over. Throws `not_found`, `limit` after five. */
export async function remind(ctx: PoolCtx, { id }: { id: string }): Promise<void> {
  const { db, tenant, call } = ctx;
  if (!(await findJoin(db, 'running'))) throw joinIsOver();
  const [person] = await db
    .select({ id: users.id, email: users.email, locale: users.locale })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.id, id), eq(memberships.state, 'unclaimed')));
  if (!person) throw notFound('This member');
  const { poolId } = tenant;
  await countGuess({ kind: 'mail', poolId, email: person.email, address: call.address });
  const language = languageOf(person.locale, tenant.locale);
  const url = tenantUrl(tenant, '/claim');
  const letter = reminderLetter({ to: person.email, language, tenant: tenant.name, url });
  await sendMail(db, compose(await mailBrand(db, tenant.name), letter));
  ctx.about('member', person.id);
}

async function wantOwner(ctx: PoolCtx) {
  if (await isOwner(ctx)) return;
  throw new AppError('forbidden', 'Only the owner of this workspace can decide this.');
}

const isOwner = async ({ db, caller }: PoolCtx): Promise<boolean> =>
  (await standingOwner(db))?.userId === (caller.user?.id ?? null);
