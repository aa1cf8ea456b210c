import type { Permission } from '../access/permissions';
import type { TenantCtx } from '../doors/ctx';

/** What a search over all modules finds. */
export interface Found {
  id: string;
  title: string;
  /** Where it is on the tenant's host. */
  path: string;
}

/** Finds things of a module by words, as far as the caller may see them. */
export interface Finder {
  /** What the hits are listed under. */
  title: string;
  icon: string;
  permission: Permission;
  find(ctx: TenantCtx, asked: { query: string; limit: number }): Promise<Found[]>;
}
