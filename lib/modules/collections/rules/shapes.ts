import { z } from 'zod';

/**
 * Which records a rule reaches: `involved` are those a person made or is assigned to, `team` those
 * that anybody of their teams did too.
 */
export const reaches = ['none', 'own', 'assigned', 'involved', 'team', 'all'] as const;
const Reach = z.enum(reaches);
export type Reach = z.infer<typeof Reach>;

export const deeds = ['see', 'change', 'remove'] as const;
export type Deed = (typeof deeds)[number];

const FieldLimit = z.enum(['hidden', 'read']);
export type FieldLimit = z.infer<typeof FieldLimit>;

/** What people of one role may do with the records of a collection. */
export const RoleRule = z.strictObject({
  see: Reach,
  change: Reach,
  remove: Reach,
  create: z.boolean(),
  /** Fields that are hidden or only read, by their ids. */
  fields: z
    .record(z.uuid(), FieldLimit)
    .refine((limits) => Object.keys(limits).length <= 100, 'At most 100 fields'),
});
export type RoleRule = z.infer<typeof RoleRule>;

/** The rules of a collection, by the keys of roles. */
export const Rules = z.strictObject({
  roles: z
    .record(z.string().min(1).max(80), RoleRule)
    .refine((roles) => Object.keys(roles).length <= 100, 'At most 100 roles'),
  /** For every role that is not named, those made later included. */
  others: RoleRule,
});
export type Rules = z.infer<typeof Rules>;

/** Everything, as without rules. */
export const openRule: RoleRule = {
  see: 'all',
  change: 'all',
  remove: 'all',
  create: true,
  fields: {},
};
