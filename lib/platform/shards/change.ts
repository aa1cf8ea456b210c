import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { shardStates, shards, tierNames } from '@/db/schema/control';
import { whyNotReady } from '@/db/shards/ready';
import type { PlatformCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { Reason } from '../reason';
import { readShards, type ShardRow } from './shard-row';

const whole = z.number('Enter a whole number.').int('Enter a whole number.');
const room = whole.min(0, 'At least 0.').max(10_000_000, 'At most 10,000,000.');
const stock = whole.min(0, 'At least 0.').max(50, 'At most 50.');

const Settings = z.strictObject({
  tiers: z.array(z.enum(tierNames)).max(3),
  roomPooled: room,
  roomSchema: room,
  roomDatabase: room,
  readySchemas: stock,
  readyDatabases: stock,
});

export const NewShard = Settings.partial().extend({
  name: z.string().trim().min(1, 'Enter a name.').max(60, 'At most 60 characters.'),
  connection: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}$/, 'Enter the name that the setting SHARD_URLS gives it.'),
  reason: Reason,
});

/**
 * Makes a server known as a shard. It begins closed: `changeShardState` opens it once it answers.
 * Throws `conflict` for a name or connection that is taken.
 */
export async function registerShard(
  ctx: PlatformCtx,
  { reason: why, ...facts }: z.output<typeof NewShard>,
): Promise<ShardRow> {
  const [made] = await ctx.db
    .insert(shards)
    .values({
      ...given(facts),
      name: facts.name,
      connection: facts.connection,
      state: 'closed',
      stateReason: why,
    })
    .onConflictDoNothing()
    .returning({ id: shards.id });
  if (!made) {
    throw new AppError('conflict', 'A shard with this name or connection exists already.', {
      fields: { connection: 'A shard with this name or connection exists already.' },
    });
  }
  ctx.about('shard', made.id, { name: facts.name, connection: facts.connection });
  return await readOne(ctx, made.id);
}

export const ShardSettings = Settings.partial().extend({ id: z.uuid(), reason: Reason });

/** Changes what a shard takes and how much of it. Throws `not_found`. */
export async function configureShard(
  ctx: PlatformCtx,
  { id, reason: _why, ...settings }: z.output<typeof ShardSettings>,
): Promise<ShardRow> {
  const change = given(settings);
  if (Object.keys(change).length > 0) {
    await ctx.db.update(shards).set(change).where(eq(shards.id, id));
  }
  const shard = await readOne(ctx, id);
  ctx.about('shard', id, { name: shard.name, ...change });
  return shard;
}

export const ShardState = z.strictObject({
  id: z.uuid(),
  state: z.enum(shardStates),
  reason: Reason,
});

/**
 * Opens a shard for new tenants, closes it, or marks it as being emptied. Throws `not_found`, and
 * `precondition` for opening one that does not answer or has no tables.
 */
export async function changeShardState(
  ctx: PlatformCtx,
  { id, state, reason: why }: z.output<typeof ShardState>,
): Promise<ShardRow> {
  const before = await readOne(ctx, id);
  if (state === 'open') await refuseUnready(before.connection);
  await ctx.db
    .update(shards)
    .set({ state, stateReason: state === 'open' ? null : why })
    .where(eq(shards.id, id));
  ctx.about('shard', id, { name: before.name, from: before.wanted, to: state });
  return await readOne(ctx, id);
}

const unready = {
  unknown: 'No setting gives a URL for this connection: add it to SHARD_URLS and start again.',
  silent: 'Its server does not answer.',
  bare: 'Its server is not set up yet: start again, which sets up every server.',
};

async function refuseUnready(connection: string) {
  const why = await whyNotReady(connection);
  if (why) throw new AppError('precondition', unready[why]);
}

async function readOne({ db }: PlatformCtx, id: string): Promise<ShardRow> {
  const [shard] = await readShards(db, id);
  if (!shard) throw notFound('This shard');
  return shard;
}

/** The settings that were sent, without those that were not. */
function given(settings: Partial<z.output<typeof Settings>>) {
  const known = Settings.keyof().options;
  return Object.fromEntries(
    known.filter((key) => settings[key] !== undefined).map((key) => [key, settings[key]]),
  ) as { [K in keyof z.output<typeof Settings>]?: z.output<typeof Settings>[K] };
}
