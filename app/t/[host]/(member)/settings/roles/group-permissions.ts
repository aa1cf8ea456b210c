import { manifests } from '@/lib/modules/registry';

interface Permission {
  id: string;
  title: string;
}

export interface PermissionGroup {
  title: string;
  permissions: Permission[];
}

/** Permissions of the workspace itself, then of each module. */
export function groupPermissions(permissions: Permission[]): PermissionGroup[] {
  const modules = manifests.map(({ title, permissions: own }) => ({
    title,
    permissions: permissions.filter(({ id }) => own.some((one) => one.id === id)),
  }));
  const taken = new Set(modules.flatMap((group) => group.permissions));
  const core = permissions.filter((permission) => !taken.has(permission));
  return [{ title: 'Workspace', permissions: core }, ...modules];
}
