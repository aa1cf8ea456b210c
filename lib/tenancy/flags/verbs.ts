import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { flagChoices, releaseChannels, users } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, invalid, notFound } from '../../errors';
import { type Flag, fits } from './define';
import { flagHere } from './here';
import { flags, flagsByKey } from './registry';
import { Channel, FlagHere, FlagKey, FlagValue } from './shapes';

const Choice = z.strictObject({
  changedAt: z.coerce.date(),
  changedByName: z.string().nullable(),
});

export const TenantFlags = z.strictObject({
  channel: Channel,
  /** Null while nobody chose. */
  channelChosen: Choice.nullable(),
  flags: z.array(FlagHere.extend({ choice: Choice.nullable() })),
});

export const FlagChoice = z.strictObject({
  flag: FlagKey,
  /** Null takes the choice back. */
  value: FlagValue.nullable(),
});

export const ChannelChoice = z.strictObject({ channel: Channel });

/** The flags that tenants see, as they are here, with the reason for each. */
export async function listFlags(ctx: ControlCtx): Promise<z.input<typeof TenantFlags>> {
  const { db, caller, tenant } = ctx;
  const [channel] = await db
    .select({ changedAt: releaseChannels.changedAt, changedByName: users.name })
    .from(releaseChannels)
    .leftJoin(users, eq(users.id, releaseChannels.changedBy));
  const choices = await db
    .select({
      flag: flagChoices.flag,
      changedAt: flagChoices.changedAt,
      changedByName: users.name,
    })
    .from(flagChoices)
    .leftJoin(users, eq(users.id, flagChoices.changedBy));
  const choiceOf = ({ key }: Flag) => {
    const made = choices.find(({ flag }) => flag === key);
    return made ? { changedAt: made.changedAt, changedByName: made.changedByName } : null;
  };
  return {
    channel: caller.flags.channel ?? 'stable',
    channelChosen: channel ?? null,
    flags: flags
      .filter(({ published }) => published)
      .map((flag) => ({ ...flagHere(flag, tenant.id, caller.flags), choice: choiceOf(flag) })),
  };
}

/**
 * Chooses what a flag is here, or takes the choice back. Throws `not_found`, `forbidden` where the
 * platform decides, `invalid`.
 */
export async function chooseFlag(
  ctx: ControlCtx,
  { flag: key, value }: z.output<typeof FlagChoice>,
): Promise<z.output<typeof FlagChoice>> {
  const flag = flagsByKey.get(key);
  if (!flag?.published) throw notFound('This flag');
  if (!flag.choosable) throw new AppError('forbidden', 'The platform decides over this.');
  if (value !== null && !fits(flag, value)) throw invalid('value', 'Choose one of what it can be.');
  await inTurn(ctx);
  const [found] = await ctx.db
    .select({ value: flagChoices.value })
    .from(flagChoices)
    .where(eq(flagChoices.flag, key));
  const before = found?.value ?? null;
  ctx.about('flag', key, { before, after: value });
  if (value === before) return { flag: key, value };
  if (value === null) await ctx.db.delete(flagChoices).where(eq(flagChoices.flag, key));
  else {
    const choice = { value, changedBy: ctx.actor.id, changedAt: new Date() };
    await ctx.db
      .insert(flagChoices)
      .values({ flag: key, ...choice })
      .onConflictDoUpdate({ target: [flagChoices.tenantId, flagChoices.flag], set: choice });
  }
  return { flag: key, value };
}

/** Chooses how early this tenant gets what is new. */
export async function chooseChannel(
  ctx: ControlCtx,
  { channel }: z.output<typeof ChannelChoice>,
): Promise<z.output<typeof ChannelChoice>> {
  await inTurn(ctx);
  const [found] = await ctx.db.select({ channel: releaseChannels.channel }).from(releaseChannels);
  ctx.about('channel', channel, { before: found?.channel ?? 'stable', after: channel });
  if (found?.channel === channel) return { channel };
  const choice = { channel, changedBy: ctx.actor.id, changedAt: new Date() };
  await ctx.db
    .insert(releaseChannels)
    .values(choice)
    .onConflictDoUpdate({ target: releaseChannels.tenantId, set: choice });
  return { channel };
}

/** Two that choose wait for each other, so that each says what it changed from. */
const inTurn = ({ db, tenant }: ControlCtx) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`flags ${tenant.id}`}, 0))`);
