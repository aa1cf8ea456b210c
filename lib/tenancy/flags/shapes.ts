import { z } from 'zod';
import { releaseChannelNames } from '@/db/schema/control';
import { becauses } from './evaluate';

export const FlagValue = z.union([z.boolean(), z.string().max(100), z.number()]);

export const FlagKey = z.string().min(1).max(100);

export const FlagShape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('switch') }),
  z.strictObject({ type: z.literal('choice'), options: z.array(z.string()).readonly() }),
  z.strictObject({ type: z.literal('number'), min: z.number(), max: z.number() }),
]);

export const Channel = z.enum(releaseChannelNames);
export type Channel = z.infer<typeof Channel>;

/** A flag as it is defined, with what it is here and why. */
export const FlagHere = z.strictObject({
  flag: z.string(),
  title: z.string(),
  description: z.string(),
  shape: FlagShape,
  value: FlagValue,
  /** What it is while it is switched off. */
  off: FlagValue,
  because: z.enum(becauses),
  /** The role or channel that it is because of. */
  of: z.string().nullable(),
  /** Roles for which it is something else. */
  byRole: z.array(z.strictObject({ role: z.string(), value: FlagValue })),
  /** A share of people for whom it is something else; null where nothing is said of one. */
  share: z.strictObject({ percent: z.number(), value: FlagValue }).nullable(),
  /** Whether admins of the tenant may choose. */
  choosable: z.boolean(),
  /** What they chose, whether or not that is what decides. */
  chosen: FlagValue.nullable(),
});
export type FlagHere = z.output<typeof FlagHere>;
