import { z } from 'zod';
import { RoleName } from '../roles/role';

export const TeamDraft = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Enter a name.')
    .max(60, 'Keep this under 60 characters.')
    .refine((name) => !/\p{Cc}/u.test(name), 'Remove the control characters.'),
  description: z.string().trim().max(300, 'Keep this under 300 characters.').default(''),
});
export type TeamDraft = z.output<typeof TeamDraft>;

/** A team as it is named elsewhere. */
export const TeamName = z.strictObject({ id: z.uuid(), name: z.string() });
export type TeamName = z.infer<typeof TeamName>;

export const Team = TeamDraft.extend({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  archivedAt: z.coerce.date().nullable(),
});
export type Team = z.infer<typeof Team>;

/** A role that somebody has over a team. */
export const RoleOver = z.strictObject({
  userId: z.uuid(),
  name: z.string(),
  role: RoleName,
  endsAt: z.coerce.date().nullable(),
});
export type RoleOver = z.infer<typeof RoleOver>;

export const TeamId = z.strictObject({ id: z.uuid() });
