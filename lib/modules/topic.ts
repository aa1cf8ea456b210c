import type { Permission } from '../access/permissions';
import type { TenantCtx } from '../doors/ctx';

/** Where a thing of a module is: what it is in, and its own id there. */
export interface TopicId {
  within: string;
  id: string;
}

/** A thing that others can be about, as one person has it. */
export interface Topic {
  title: string;
  /** What it is in. */
  place: string;
  /** Where it is on the tenant's host. */
  path: string;
}

/** What things of a module are called, for what is about them elsewhere. */
export interface TopicSource {
  permission: Permission;
  /** By id; those that are gone, or that the caller does not see, are left out alike. */
  name(ctx: TenantCtx, of: readonly TopicId[]): Promise<ReadonlyMap<string, Topic>>;
}
