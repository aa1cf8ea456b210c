import type { BuiltInRole, Permission } from '../access/permissions';

export interface ModulePermission {
  id: Permission;
  /** What it opens, as a sentence a tenant's admin reads. */
  title: string;
  /** Lowest built-in role that holds it. */
  from: BuiltInRole;
}

export interface ModuleNavigation {
  title: string;
  /** Path on the tenant's host. */
  path: string;
  /** Name of a lucide icon. */
  icon: string;
  permission: Permission;
}

export interface ModuleManifest {
  /** Also the folder's name and the first part of its permissions. */
  id: string;
  title: string;
  description: string;
  icon: string;
  navigation: ModuleNavigation[];
  permissions: ModulePermission[];
  /** A procedure with permission `job` that fills a new tenant with something to try. */
  sampleJob?: string;
}

/** Declares a module: a switchable feature of the tenant plane. */
export const defineModule = <M extends ModuleManifest>(manifest: M): M => manifest;
