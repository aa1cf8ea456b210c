import { type BuiltInRole, builtInRoles } from '@/lib/access/permissions';

/** A role as it is edited. */
export interface RoleDraftState {
  name: string;
  base: BuiltInRole;
  permissions: string[];
}

export interface Preset {
  key: BuiltInRole;
  name: string;
  permissions: string[];
}

/** The built-in roles that a role of one's own can start from and is compared with. */
export const presetsOf = (
  roles: readonly { key: string; name: string; builtIn: boolean; permissions: string[] }[],
): Preset[] =>
  roles.flatMap(({ key, name, builtIn, permissions }) =>
    builtIn && isBuiltIn(key) ? [{ key, name, permissions }] : [],
  );

export const isBuiltIn = (key: string | null): key is BuiltInRole =>
  (builtInRoles as readonly (string | null)[]).includes(key);
