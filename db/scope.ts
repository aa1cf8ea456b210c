declare const brand: unique symbol;
type Branded<Name extends string, Fields> = Readonly<Fields> & { readonly [brand]: Name };

/** One tenant, on behalf of an actor (null for the system), within one request. */
export type TenantScope = Branded<
  'tenant',
  { tenantId: string; actorId: string | null; requestId: string }
>;

/** The control-plane rows of one tenant. */
export type ControlScope = Branded<
  'control',
  { tenantId: string; actorId: string | null; requestId: string }
>;

/** The rows of one identity pool, seen from a tenant of it when that is known. */
export type PoolScope = Branded<
  'pool',
  { poolId: string; tenantId: string | null; actorId: string | null; requestId: string }
>;

/** A person across the tenants they belong to, by the session they are signed in with. */
export type UserScope = Branded<'user', { userId: string; sessionId: string; requestId: string }>;

/** A member of platform staff. */
export type StaffScope = Branded<'staff', { staffId: string; requestId: string }>;

/*
 * The mint: only doors, server entries and tests import these. Each freezes its scope and throws a
 * TypeError for an id that is not a UUID, so that no other text can reach a setting.
 */

type Fields<T> = { [K in keyof Omit<T, typeof brand>]: T[K] };

export const mintTenantScope = (fields: Fields<TenantScope>): TenantScope =>
  mint<TenantScope>(fields, { tenantId: 'one', actorId: 'maybe', requestId: 'one' });

export const mintControlScope = (fields: Fields<ControlScope>): ControlScope =>
  mint<ControlScope>(fields, { tenantId: 'one', actorId: 'maybe', requestId: 'one' });

export const mintPoolScope = (fields: Fields<PoolScope>): PoolScope =>
  mint<PoolScope>(fields, {
    poolId: 'one',
    tenantId: 'maybe',
    actorId: 'maybe',
    requestId: 'one',
  });

export const mintUserScope = (fields: Fields<UserScope>): UserScope =>
  mint<UserScope>(fields, { userId: 'one', sessionId: 'one', requestId: 'one' });

export const mintStaffScope = (fields: Fields<StaffScope>): StaffScope =>
  mint<StaffScope>(fields, { staffId: 'one', requestId: 'one' });

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function mint<T>(fields: Fields<T>, shape: Record<keyof Fields<T>, 'one' | 'maybe'>): T {
  const scope: Record<string, string | null> = {};
  for (const name of Object.keys(shape) as (keyof Fields<T> & string)[]) {
    const value: unknown = fields[name];
    if (typeof value === 'string' && uuid.test(value)) scope[name] = value.toLowerCase();
    else if (value === null && shape[name] === 'maybe') scope[name] = null;
    else throw new TypeError(`A scope needs a UUID as its ${name}.`);
  }
  return Object.freeze(scope) as T;
}
