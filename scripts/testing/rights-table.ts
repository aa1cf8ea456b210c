import { atLeast, type BuiltInRole, builtInRoles, coreGrants } from '@/lib/access/permissions';
import { type Callable, invoke } from '@/lib/doors/callable';
import { type Subject, subjectsOf } from '@/lib/doors/matrix/subject';
import type { TestTenant } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { isAppError } from '@/lib/errors';
import { sessionCookie } from '@/lib/identity/cookies';
import { manifests } from '@/lib/modules/registry';
import { router } from '@/lib/router';

/** Who asks: somebody with a session, a token with these scopes, or one that belongs to the tenant. */
export interface Asker {
  name: string;
  kind: 'session' | 'token' | 'client' | 'jwt';
  secret: string;
  /** What a role gives its maker at this moment. */
  held: ReadonlySet<string>;
  /** Of a token. */
  scopes: ReadonlySet<string>;
}

/** Every permission that core and modules declare, with the least built-in role that has it. */
export const floors: ReadonlyMap<string, BuiltInRole> = new Map<string, BuiltInRole>([
  ...(Object.entries(coreGrants) as [string, BuiltInRole][]),
  ...manifests.flatMap(({ permissions }) =>
    permissions.map(({ id, from }) => [id, from] as [string, BuiltInRole]),
  ),
]);

export const heldBy = (role: BuiltInRole): ReadonlySet<string> =>
  new Set([...floors].filter(([, floor]) => atLeast(role, floor)).map(([id]) => id));

export const roles = builtInRoles;

/** Operations of a tenant that somebody's rights decide over. */
export const guarded: Subject[] = subjectsOf(router).filter(
  ({ meta }) =>
    (meta.zone ?? 'tenant') === 'tenant' &&
    meta.permission !== 'public' &&
    meta.permission !== 'job',
);

/** What the declarations say: whether this asker gets through to the operation's own work. */
export function mayAsk({ meta }: Subject, { kind, held, scopes }: Asker): boolean {
  const isScoped = kind === 'token' || kind === 'client';
  const has = (permission: string) => held.has(permission) && (!isScoped || scopes.has(permission));
  // What is there for whoever signed in is about a person.
  if (kind === 'client' && (meta.permission === 'signed_in' || meta.forPeople)) return false;
  if (meta.permission !== 'signed_in' && !has(meta.permission)) return false;
  // A proof of the last minutes is a person's: no token and no JWT carries it.
  return !meta.fresh || kind === 'session';
}

let callers = 0;

/**
 * Whether an operation lets somebody through. The input names a field that nobody declares, so that
 * whoever is let through is stopped before anything happens.
 */
export async function isLetThrough(
  { procedure, meta }: Subject,
  { kind, secret }: Asker,
  { host }: TestTenant,
): Promise<boolean> {
  callers += 1;
  const headers = new Headers({
    host,
    'user-agent': 'test',
    ...(kind === 'session'
      ? { cookie: `${sessionCookie()}=${secret}` }
      : { authorization: `Bearer ${secret}` }),
  });
  const address = `10.3.${(callers >> 8) & 255}.${callers & 255}`;
  try {
    const input = { undeclared: 'by anybody' } as never;
    await invoke(procedure as Callable<never, never>, input, webCall('rest', headers, address));
  } catch (error) {
    if (!isAppError(error)) throw new Error(`${meta.name} failed: ${String(error)}`);
    // Limits are counted behind rights, and so is what an input looks like.
    if (error.code === 'invalid' || error.code === 'limit') return true;
    if (error.code === 'forbidden' || error.code === 'proof_required') return false;
    throw new Error(`${meta.name} answered ${error.code} ${error.message}`);
  }
  throw new Error(`${meta.name} takes a field that it does not declare.`);
}
