import { z } from 'zod';
import { FlatPrices } from '../prices';

const RoleIds = z
  .array(z.uuid())
  .max(20)
  .transform((ids) => [...new Set(ids)]);

/** What a version of a tenant's own plan says, apart from roles. */
export const StoredTerms = z.strictObject({
  description: z.string().trim().max(200, 'Keep this under 200 characters.').default(''),
  /** What is included, each a short line. */
  includes: z
    .array(
      z.string().trim().min(1, 'Enter a few words.').max(120, 'Keep this under 120 characters.'),
    )
    .max(12, 'Up to 12 lines.')
    .default([]),
  prices: FlatPrices.default([]),
  /** `self`: members sign it themselves, and are invoiced by hand; `admin`: admins sign. */
  signing: z.enum(['self', 'admin']).default('admin'),
});

export const UserPlanTerms = StoredTerms.extend({
  /** Roles that come with it while it is signed. */
  roleIds: RoleIds.default([]),
  /** Roles whose people see it and may sign it; none for everybody. */
  forRoleIds: RoleIds.default([]),
});
export type UserPlanTerms = z.output<typeof UserPlanTerms>;
