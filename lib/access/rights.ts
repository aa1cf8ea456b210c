import { manifests } from '../modules/registry';
import {
  atLeast,
  type BuiltInRole,
  builtInRoles,
  coreGrants,
  corePermissions,
} from './permissions';

/** A role as the request's facts carry it. */
export interface RoleFact {
  id: string;
  key: string;
  name: string;
  builtIn: boolean;
  permissions: string[];
}

/** Every permission there is, with the sentence that explains it. */
export const permissionTitles: ReadonlyMap<string, string> = new Map<string, string>([
  ...Object.entries(corePermissions),
  ...manifests.flatMap((module) =>
    module.permissions.map(({ id, title }) => [id, title] as [string, string]),
  ),
]);

const floors: [string, BuiltInRole][] = [
  ...Object.entries(coreGrants),
  ...manifests.flatMap((module) =>
    module.permissions.map(({ id, from }) => [id, from] as [string, BuiltInRole]),
  ),
];

const builtIn: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  builtInRoles.map((role) => [
    role,
    new Set(floors.filter(([, floor]) => atLeast(role, floor)).map(([id]) => id)),
  ]),
);

/** What a built-in role may do. */
export const permissionsOfBuiltIn = (role: BuiltInRole) => builtInSet(role);

/** What somebody with these roles may do now. */
export function permissionsOf(roles: RoleFact[]): ReadonlySet<string> {
  const [only] = roles;
  if (roles.length === 1 && only?.builtIn) return builtInSet(only.key);
  return new Set(roles.flatMap((r) => (r.builtIn ? [...builtInSet(r.key)] : r.permissions)));
}

const builtInSet = (key: string): ReadonlySet<string> => builtIn.get(key) ?? new Set();
