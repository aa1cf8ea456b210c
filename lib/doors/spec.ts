import type { z } from 'zod';
import type { Permission } from '../access/permissions';
import type { Flag } from '../tenancy/flags/define';

/**
 * Which database facts a procedure writes, and so which handle its verb gets:
 * `tenant` what a tenant's people make; `control` facts about one tenant; `pool` identity of the
 * tenant's pool; `platform` across tenants, staff only; `none` a verb without a handle of its own.
 */
export type Plane = 'tenant' | 'control' | 'pool' | 'platform' | 'none';

/**
 * Who may call: a permission; `public` anybody on the zone; `signed_in` any user of the host's
 * tenant; `staff` platform staff on the console; `job` only the worker.
 */
export type Access = Permission | 'public' | 'signed_in' | 'staff' | 'job';

/** How often, per minute: see `rate.ts`. */
export type RateClass = 'read' | 'live' | 'write' | 'heavy' | 'guess';

export interface ProcedureMeta {
  /** `noun.verb`, equal to its place in the router. */
  name: string;
  /** One sentence for the API reference. */
  summary: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1, parameters in braces; null when it has no REST door. */
  path: `/${string}` | null;
  permission: Access;
  plane: Plane;
  /** Where it may be called; tenant hosts and the API host unless said otherwise. */
  zone?: 'tenant' | 'site' | 'console';
  module?: string;
  /** Refused while this flag is off for who calls. */
  flag?: Flag;
  /** `none`: the verb works in steps because it talks to a network or streams. */
  transaction?: 'auto' | 'none';
  /** A POST that changes nothing, such as a preview. */
  mode?: 'read' | 'write';
  rate?: RateClass;
  /** Wants a person who proved who they are in the last 15 minutes; refused to API tokens. */
  fresh?: boolean;
  /**
   * Touches the person's account beyond this tenant; refused to sessions that the tenant's own
   * identity provider opened.
   */
  wholeAccount?: boolean;
  /** Decides over what people may do: refused to tokens of the workspace, whatever they carry. */
  forPeople?: boolean;
  /** Open as well to who has the permission over a team alone; the verb asks over which. */
  overTeams?: boolean;
  /** Answers a secret that is shown once: nothing keeps the answer, and no repeat gets it again. */
  secretAnswer?: boolean;
  /** Callable while the tenant is suspended. */
  whileSuspended?: boolean;
  /** Why staff enter, when the input carries no reason of its own. */
  reason?: string;
}

export interface ProcedureSpec<P extends Plane, I extends z.ZodType, O extends z.ZodType>
  extends ProcedureMeta {
  plane: P;
  input: I;
  output: O;
}

export const isWrite = (meta: ProcedureMeta) =>
  (meta.mode ?? (meta.method === 'GET' ? 'read' : 'write')) === 'write';
