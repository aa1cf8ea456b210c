import type { Permission } from '../access/permissions';
import type { TenantCtx } from '../doors/ctx';
import type { Reach } from './shapes';

/** One thing whose fields are read or filled in. */
export interface Thing {
  /** Its id in the tenant's plane. */
  id: string;
  /** Whether it is the caller's own: of members, the caller. */
  isOwn: boolean;
}

type Verb =
  | 'list'
  | 'create'
  | 'change'
  | 'order'
  | 'archive'
  | 'restore'
  | 'use'
  | 'delete'
  | 'get'
  | 'fill';

/** What tenants may add fields to, declared by who owns it. */
export interface CustomFieldSubject {
  /** Stored with each field and value; never changes. */
  id: string;
  /** Its place in the router; also the first part of the names of its procedures. */
  router: string;
  module?: string;
  /** Where its fields are listed, and those of one thing, with `{id}` in it. */
  paths: { fields: `/${string}`; values: `/${string}` };
  summaries: Record<Verb, string>;
  /** Who sees things of this kind, who fills them in at all, and who decides over their fields. */
  permissions: { read: Permission; write: Permission; manage: Permission };
  /** How far a field can be seen and changed; `managers` always. */
  reaches: { see: readonly Reach[]; change: readonly Reach[] };
  /** The thing as the caller may see it. Throws `not_found`. */
  find(ctx: TenantCtx, id: string): Promise<Thing>;
  /** The same, and it stays until the transaction ends. */
  hold(ctx: TenantCtx, id: string): Promise<Thing>;
}

/** Declares what tenants may add fields to; `customFieldProcedures` makes its doors. */
export const defineSubject = (subject: CustomFieldSubject): CustomFieldSubject => subject;
