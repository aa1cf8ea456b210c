import { z } from 'zod';
import { Channel, FlagHere, FlagKey, FlagShape, FlagValue } from '../../tenancy/flags/shapes';
import { Reason } from '../reason';

export const FlagName = z.strictObject({ flag: FlagKey });
export const FlagAct = FlagName.extend({ reason: Reason });

const Said = FlagValue.optional();

/** What a flag is for some; what is left out is not said. */
export const FlagRulesInput = z.strictObject({
  roles: z
    .strictObject({ guest: Said, basic: Said, advanced: Said, company: Said, admin: Said })
    .optional(),
  channels: z.strictObject({ stable: Said, early: Said }).optional(),
  share: z
    .strictObject({
      percent: z
        .number('Enter a number.')
        .min(0, 'From 0 to 100 percent.')
        .max(100, 'From 0 to 100 percent.'),
      value: FlagValue,
    })
    .optional(),
});
export type FlagRulesInput = z.output<typeof FlagRulesInput>;

/** `revision` is that of the rules that were changed; 0 where nobody said anything yet. */
export const FlagRulesWish = FlagAct.extend({
  revision: z.number().int().min(0).max(1_000_000_000),
  rules: FlagRulesInput,
});

export const FlagRow = z.strictObject({
  flag: z.string(),
  title: z.string(),
  description: z.string(),
  owner: z.string(),
  /** Day. */
  expires: z.string(),
  shape: FlagShape,
  default: FlagValue,
  off: FlagValue,
  killedAt: z.coerce.date().nullable(),
  /** Whether anything is said for a role, a channel or a share. */
  ruled: z.boolean(),
  /** Tenants for which staff, or their own admins, decided. */
  overrides: z.number().int(),
  choices: z.number().int(),
});
export type FlagRow = z.output<typeof FlagRow>;

export const FlagRows = z.strictObject({ flags: z.array(FlagRow) });

export const FlagDetail = FlagRow.extend({
  keyedBy: z.enum(['tenant', 'person']),
  /** Whether people without a role meet it: nothing is said by role then. */
  metByAnybody: z.boolean(),
  choosable: z.boolean(),
  published: z.boolean(),
  refusal: z.string(),
  revision: z.number().int(),
  rules: FlagRulesInput,
  changedAt: z.coerce.date().nullable(),
  changedByName: z.string().nullable(),
  /** What it is, as far as the tenant decides, and for how many tenants. */
  effects: z.array(
    z.strictObject({
      value: FlagValue,
      because: FlagHere.shape.because,
      tenants: z.number().int(),
    }),
  ),
  /** The latest fifty. */
  overridden: z.array(
    z.strictObject({
      tenant: z.strictObject({ id: z.uuid(), name: z.string() }),
      value: FlagValue,
      reason: z.string(),
      changedByName: z.string(),
      changedAt: z.coerce.date(),
    }),
  ),
});
export type FlagDetail = z.output<typeof FlagDetail>;

export const FlagState = z.strictObject({ flag: z.string(), killed: z.boolean() });
export const FlagRevision = z.strictObject({ flag: z.string(), revision: z.number().int() });

export const OfTenant = z.strictObject({ id: z.uuid() });

export const FlagsOfTenant = z.strictObject({
  channel: Channel,
  flags: z.array(
    FlagHere.extend({
      published: z.boolean(),
      override: z
        .strictObject({
          value: FlagValue,
          reason: z.string(),
          changedByName: z.string(),
          changedAt: z.coerce.date(),
        })
        .nullable(),
    }),
  ),
});

export const FlagOverride = OfTenant.extend({
  flag: FlagKey,
  /** Null takes the word of staff back. */
  value: FlagValue.nullable(),
  reason: Reason,
});
export const FlagOverridden = z.strictObject({ flag: z.string(), value: FlagValue.nullable() });
