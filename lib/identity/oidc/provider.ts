import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { identityProviders, providerSecondFactors } from '@/db/schema/control';
import { sealer } from '../../sealing';

const p = identityProviders;
const { seal, unseal } = sealer('identity-provider');

/** A tenant's provider as a sign-in needs it, its secret open. Never leaves the server. */
export type Provider = Omit<typeof p.$inferSelect, 'id' | 'createdAt' | 'changedAt'>;

const GroupRole = z.strictObject({
  group: z.string().trim().min(1, 'Enter the group as the provider names it.').max(200),
  roleId: z.uuid(),
});

/** What an admin says about it. */
export const ProviderDraft = z.strictObject({
  issuer: z
    .string()
    .trim()
    .max(300, 'At most 300 characters.')
    .refine(isIssuer, 'Enter the issuer as an address, such as https://login.example.com.'),
  clientId: z.string().trim().min(1, 'Enter the client ID.').max(200),
  /** Left out to keep the one there is. */
  clientSecret: z.string().trim().min(1, 'Enter the client secret.').max(500).optional(),
  label: z
    .string()
    .trim()
    .min(1, 'Enter what stands on the button.')
    .max(40, 'At most 40 characters.')
    .regex(/^[^\p{Cc}<>]*$/u, 'Leave out control characters and angle brackets.'),
  enabled: z.boolean(),
  joins: z.boolean(),
  groupClaim: z.string().trim().min(1, 'Name the claim, such as groups.').max(100),
  groupRoles: z.array(GroupRole).max(50, 'At most 50 groups.'),
  defaultRoleId: z.uuid().nullable(),
  secondFactor: z.enum(providerSecondFactors),
});
export type ProviderDraft = z.output<typeof ProviderDraft>;

/** What is shown of it: everything but the secret. */
export const ProviderState = ProviderDraft.omit({ clientSecret: true }).extend({
  changedAt: z.coerce.date(),
});
export type ProviderState = z.output<typeof ProviderState>;

/** The provider of the tenant in scope as it is shown; null where there is none. */
export async function showProvider(db: ControlDb): Promise<ProviderState | null> {
  const [row] = await db
    .select({
      issuer: p.issuer,
      clientId: p.clientId,
      label: p.label,
      enabled: p.enabled,
      joins: p.joins,
      groupClaim: p.groupClaim,
      groupRoles: p.groupRoles,
      defaultRoleId: p.defaultRoleId,
      secondFactor: p.secondFactor,
      changedAt: p.changedAt,
    })
    .from(p);
  return row ?? null;
}

/** The provider of the tenant in scope with its secret; null where none is turned on. */
export async function findProvider(db: ControlDb): Promise<Provider | null> {
  const [row] = await db.select().from(p);
  if (!row?.enabled) return null;
  return { ...row, clientSecret: unseal(row.clientSecret, row.tenantId) };
}

/** How the secret is kept: bound to its tenant. */
export const sealSecret = (tenantId: string, secret: string) => seal(secret, tenantId);

/** Roles that follow the groups of the provider: nobody keeps one that their groups do not give. */
export const managedRoleIds = ({
  groupRoles,
  defaultRoleId,
}: Pick<Provider, 'groupRoles' | 'defaultRoleId'>): ReadonlySet<string> =>
  new Set([...groupRoles.map(({ roleId }) => roleId), ...(defaultRoleId ? [defaultRoleId] : [])]);

/** Has groups that gave a role give another, as when the role is deleted. */
export async function passGroups(db: ControlDb, from: string, to: string): Promise<void> {
  const before = await showProvider(db);
  if (!before || !managedRoleIds(before).has(from)) return;
  const groupRoles = before.groupRoles.map(({ group, roleId }) => ({
    group,
    roleId: roleId === from ? to : roleId,
  }));
  const defaultRoleId = before.defaultRoleId === from ? to : before.defaultRoleId;
  await db.update(p).set({ groupRoles, defaultRoleId });
}

function isIssuer(text: string) {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && !username && !password && !search && !hash;
}
