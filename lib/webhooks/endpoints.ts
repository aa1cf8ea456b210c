import { asc, count, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { ControlDb } from '@/db/control';
import { tenants, webhookEndpoints } from '@/db/schema/control';
import { roomForWebhook } from '../billing/own-room';
import type { ControlCtx } from '../doors/ctx';
import { declaredEvents } from '../doors/declared';
import { AppError, invalid, notFound } from '../errors';
import { newSecret } from './secrets';
import { everyKind, type Webhook, type WebhookDraft } from './shapes';
import { wakeUp } from './wake-up';

const w = webhookEndpoints;

/** Most webhooks of a tenant. */
const most = 10;

const shown = {
  id: w.id,
  name: w.name,
  url: w.url,
  kinds: w.kinds,
  state: w.state,
  formerUntil:
    sql<Date | null>`case when ${w.formerUntil} > now() then ${w.formerUntil} end`.mapWith(
      w.formerUntil,
    ),
  failingSince: w.failingSince,
  createdAt: w.createdAt,
};

/** The webhooks of the tenant in scope, the oldest first. */
export const listWebhooks = (db: ControlDb): Promise<Webhook[]> =>
  db.select(shown).from(w).orderBy(asc(w.createdAt), asc(w.id));

/** One of them. Throws `not_found`. */
export async function getWebhook(db: ControlDb, id: string): Promise<Webhook> {
  const [found] = await db.select(shown).from(w).where(eq(w.id, id));
  if (!found) throw notFound('This webhook');
  return found;
}

/** Events carry what the audit trail says. Throws `forbidden` for whoever may not read that. */
export function wantAuditRight(ctx: ControlCtx): void {
  if (ctx.can('audit.read')) return;
  throw new AppError(
    'forbidden',
    'Events say what the audit trail says. Ask for the right to read that first.',
  );
}

/** Of an address only where it leads: what follows may be a secret of the receiver's. */
const told = ({ name, url, kinds }: WebhookDraft) => ({ name, at: new URL(url).origin, kinds });

/**
 * Makes a webhook and answers its secret, once. Throws `limit` beside ten others or as
 * many as there may be, `invalid`, `forbidden`.
 */
export async function createWebhook(
  ctx: ControlCtx,
  draft: WebhookDraft,
): Promise<Webhook & { secret: string }> {
  const { db, tenant, about } = ctx;
  wantAuditRight(ctx);
  refuseUnknown(draft.kinds);
  await inTurn(db);
  const [had] = await db.select({ count: count() }).from(w);
  if ((had?.count ?? 0) >= most) {
    throw new AppError('limit', 'A workspace has up to 10 webhooks. Remove one first.');
  }
  await roomForWebhook(ctx);
  const id = uuidv7();
  const { secret, sealed } = newSecret({ tenantId: tenant.id, id });
  await db.insert(w).values({ ...draft, id, secret: sealed });
  await noteKinds(db);
  about('webhook', id, told(draft));
  return { ...(await getWebhook(db, id)), secret };
}

/** Changes where a webhook leads and what it waits for. Throws `not_found`, `invalid`, `forbidden`. */
export async function changeWebhook(
  ctx: ControlCtx,
  { id, ...draft }: WebhookDraft & { id: string },
): Promise<Webhook> {
  const { db, about } = ctx;
  wantAuditRight(ctx);
  await inTurn(db);
  const { name, url, kinds } = await getWebhook(db, id);
  refuseUnknown(draft.kinds.filter((kind) => !kinds.includes(kind)));
  const isMoved = url !== draft.url;
  await db
    .update(w)
    .set({ ...draft, ...(isMoved && { failures: 0, failingSince: null, restsUntil: null }) })
    .where(eq(w.id, id));
  if (isMoved) await wakeUp(db, [id]);
  await noteKinds(db);
  about('webhook', id, {
    before: told({ name, url, kinds }),
    after: { ...told(draft), otherAddress: isMoved },
  });
  return await getWebhook(db, id);
}

/** Has events sent again, from now on. Throws `not_found`. */
export const turnOn = (ctx: ControlCtx, id: string): Promise<Webhook> => turn(ctx, id, 'active');

/** Stops sending; what waits is kept and can be sent later. Throws `not_found`. */
export const turnOff = (ctx: ControlCtx, id: string): Promise<Webhook> => turn(ctx, id, 'off');

async function turn({ db, about }: ControlCtx, id: string, state: 'active' | 'off') {
  await inTurn(db);
  const before = await getWebhook(db, id);
  await db
    .update(w)
    .set({
      state,
      ...(state === 'active' && { failures: 0, failingSince: null, restsUntil: null }),
    })
    .where(eq(w.id, id));
  if (state === 'active') await wakeUp(db, [id]);
  await noteKinds(db);
  about('webhook', id, { before: { state: before.state }, after: { state } });
  return await getWebhook(db, id);
}

/** Removes a webhook with its log. Throws `not_found`. */
export async function removeWebhook({ db, about }: ControlCtx, id: string): Promise<void> {
  await inTurn(db);
  const { name, url } = await getWebhook(db, id);
  await db.delete(w).where(eq(w.id, id));
  await noteKinds(db);
  about('webhook', id, { name, at: new URL(url).origin });
}

/**
 * Gives a webhook another secret and answers it, once; the one before signs too for a while. Throws
 * `not_found`, `conflict` while one before signs still, which a third would put out of use.
 */
export async function rotateSecret(
  { db, tenant, about }: ControlCtx,
  { id, overlapHours }: { id: string; overlapHours: number },
): Promise<Webhook & { secret: string }> {
  await inTurn(db);
  const { formerUntil } = await getWebhook(db, id);
  if (formerUntil && overlapHours > 0) {
    throw new AppError(
      'conflict',
      'The secret before this one still signs. Wait until it ends, or let the old ones end at once.',
    );
  }
  const { secret, sealed } = newSecret({ tenantId: tenant.id, id });
  const until = sql`now() + make_interval(hours => ${overlapHours})`;
  await db
    .update(w)
    .set({
      secret: sealed,
      formerSecret: overlapHours > 0 ? sql`${w.secret}` : null,
      formerUntil: overlapHours > 0 ? until : null,
    })
    .where(eq(w.id, id));
  about('webhook', id, { overlapHours });
  return { ...(await getWebhook(db, id)), secret };
}

/** Turns an active webhook off, for good or after days of failure. False where it was not active. */
export async function shutWebhook(
  db: ControlDb,
  id: string,
  state: 'gone' | 'failed',
): Promise<boolean> {
  await inTurn(db);
  const shut = await db
    .update(w)
    .set({ state })
    .where(sql`${w.id} = ${id} and ${w.state} = 'active'`)
    .returning({ id: w.id });
  if (shut.length === 0) return false;
  await noteKinds(db);
  return true;
}

/** Changes of webhooks wait here for each other, on the tenant's own row, before any of their own. */
export const inTurn = (db: ControlDb) =>
  db.select({ id: tenants.id }).from(tenants).where(isHere).for('no key update');

const isHere = sql`${tenants.id} = current_setting('app.tenant')::uuid`;

/** Writes down what the webhooks wait for where every request reads it. */
const noteKinds = (db: ControlDb) =>
  db
    .update(tenants)
    .set({
      eventKinds: sql`array(select distinct kind from ${w}, unnest(${w.kinds}) kind
        where ${w.state} = 'active' order by kind)`,
    })
    .where(isHere);

function refuseUnknown(kinds: readonly string[]): void {
  const known = new Set(declaredEvents().map(({ name }) => name));
  const unknown = kinds.find((kind) => kind !== everyKind && !known.has(kind));
  if (unknown) throw invalid('kinds', `There is no event ${unknown}.`);
}
