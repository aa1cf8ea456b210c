import { v7 as uuidv7 } from 'uuid';
import { requestFacts } from '@/db/directory';
import type { SeedTenant } from '@/db/seed/world';
import { permissionsOfBuiltIn } from '@/lib/access/rights';
import { type DoorCall, lazily } from '@/lib/doors/call';
import { type Callable, invoke } from '@/lib/doors/callable';
import type { Caller, RequestFacts } from '@/lib/doors/caller';
import { proceduresByName } from '@/lib/doors/job';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { SeededMember } from './people';

/** Calls a procedure, by its name, as one member. */
export type Run = <T>(name: string, input: unknown) => Promise<T>;

/** Lets any member of a tenant call procedures, through the chain that pages use. */
export async function actingIn({ slug }: SeedTenant): Promise<(member: SeededMember) => Run> {
  const host = `${slug}.${env().ROOT_DOMAIN}`;
  const facts = await requestFacts<RequestFacts>(slug, host, null, 'browser');
  if (!facts) throw new AppError('precondition', `${slug} is not there to act in.`);
  return (member) => {
    const caller: Caller = {
      host: { zone: 'tenant', host, slug },
      tenant: facts.tenant,
      user: { id: member.id, email: member.email, name: member.name, locale: null, timeZone: null },
      membership: { id: member.id, state: 'active' },
      roles: [
        { id: member.id, key: member.role, name: member.role, builtIn: true, permissions: [] },
      ],
      teams: null,
      session: null,
      token: null,
      client: null,
      staff: null,
      networks: [],
      methodsOff: [],
      flags: {},
      plan: null,
      overrides: {},
      permissions: permissionsOfBuiltIn(member.role),
    };
    return async <T>(name: string, input: unknown) => {
      const procedure = proceduresByName.get(name);
      if (!procedure) throw new AppError('not_found', `There is no procedure ${name}.`);
      return (await invoke(
        procedure as Callable<never, never>,
        input as never,
        seedCall(caller),
      )) as T;
    };
  };
}

const seedCall = (caller: Caller): DoorCall => ({
  door: 'cli',
  requestId: uuidv7(),
  address: null,
  device: 'set-up',
  idempotencyKey: null,
  caller: lazily(async () => caller),
});
