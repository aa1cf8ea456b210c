import { z } from 'zod';
import { builtInRoles } from '../permissions';

export const GrantRoles = z
  .array(z.enum(builtInRoles))
  .min(1, 'Choose at least one role.')
  .max(builtInRoles.length)
  .transform((roles) => [...new Set(roles)]);

export const Named = z.strictObject({ id: z.uuid(), name: z.string() });

/** The tenant on the other side. */
const Partner = z.object({
  name: z.string(),
  /** Where it is reached. */
  url: z.string(),
  /** Whether it is in use: nothing is open while it is not. */
  active: z.boolean(),
});

const grantStates = ['offered', 'accepted', 'declined', 'ended', 'over'] as const;

/** A grant as both sides may know it. */
export const Grant = z.object({
  id: z.uuid(),
  partner: Partner,
  /** The kind of view, by its id and as its module calls it. */
  view: z.string(),
  title: z.string(),
  placeName: z.string(),
  fields: z.array(Named),
  /** Rows about people who are in both tenants, or rows that were chosen. */
  reach: z.enum(['people', 'rows']),
  personField: Named.nullable(),
  /** How many rows were chosen. */
  rows: z.number().int(),
  roles: z.array(z.enum(builtInRoles)),
  purpose: z.string(),
  createdAt: z.coerce.date(),
  createdByName: z.string(),
  /** Whether who gave it is no active member any more; told to their own side alone. */
  giverLeft: z.boolean(),
  endsAt: z.coerce.date(),
  /** Taken back by the side that gave it. */
  endedAt: z.coerce.date().nullable(),
  endedByName: z.string().nullable(),
  state: z.enum(grantStates),
  answer: z
    .object({
      at: z.coerce.date(),
      byName: z.string(),
      /** Those of the roles that may look. */
      roles: z.array(z.enum(builtInRoles)),
    })
    .nullable(),
});
export type Grant = z.input<typeof Grant>;
/** The same as a door answers it. */
export type ShownGrant = z.output<typeof Grant>;

export const GrantId = z.strictObject({ id: z.uuid() });
export const Grants = z.strictObject({ grants: z.array(Grant) });
export const Nothing = z.strictObject({});
