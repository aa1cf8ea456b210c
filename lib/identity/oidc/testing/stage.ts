import { invoke } from '@/lib/doors/callable';
import type { TestMember, TestTenant, World } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { sessionCookie } from '../../cookies';
import { signInProcedures } from '../../sign-in-procedures';
import { mailsTo, runJobs, tokenIn } from '../../testing';
import { providerProcedures } from '../procedures';
import type { ProviderDraft } from '../provider';
import { testClient } from './client';

const { atProvider, fromProvider, confirmArrival } = signInProcedures.signIn;

type Draft = Partial<ProviderDraft> & { issuer: string };

/** Sets a tenant's provider up as its admin would. */
export const setProvider = (admin: TestMember, draft: Draft) =>
  invoke(
    providerProcedures.identityProvider.change,
    {
      ...testClient,
      ...{ label: 'Test accounts', enabled: true, joins: true, groupClaim: 'groups' },
      ...{ groupRoles: [], defaultRoleId: null, secondFactor: 'ask' },
      ...draft,
    },
    admin.call(),
  );

/** Two tenants that share a pool with others, as the platform opens them. */
export const sharePool = (world: World, { poolId }: TestTenant) =>
  world.database.query(`update control.pools set kind = 'shared' where id = $1`, [poolId]);

let callers = 0;

/** A visitor of an address of its own, so that tries from one address are not what refuses them. */
export function visitorOf({ host }: TestTenant) {
  callers += 1;
  const address = `10.1.${(callers >> 8) & 255}.${callers & 255}`;
  return webCall('rest', new Headers({ host }), address);
}

/** Sends a browser off. Fails where the tenant refuses to. */
export async function begin(tenant: TestTenant, returnPath = '/', anew = false) {
  const begun = await invoke(atProvider, { returnPath, anew }, visitorOf(tenant));
  if ('refused' in begun) throw new Error(`refused: ${begun.refused}`);
  return begun;
}

export const come = (tenant: TestTenant, query: string, browser: string) =>
  invoke(fromProvider, { query, browser }, visitorOf(tenant));

/** Follows the newest mail to an address in the browser that began. */
export async function confirm(
  world: World,
  tenant: TestTenant,
  { email, browser, code }: { email: string; browser: string; code?: string },
) {
  await runJobs(world);
  const [mail] = await mailsTo(world, email);
  const input = { browser, token: tokenIn(mail?.text ?? ''), ...(code && { code }) };
  return await invoke(confirmArrival, input, visitorOf(tenant));
}

/** Who is behind the session that a sign-in opened. */
export async function callerOf(tenant: TestTenant, arrival: object) {
  if (!('token' in arrival)) throw new Error(`not signed in: ${JSON.stringify(arrival)}`);
  return await callWith(tenant, (arrival as { token: string }).token).caller();
}

/** A call with the session of a browser. */
export const callWith = ({ host }: TestTenant, token: string) =>
  webCall('rest', new Headers({ host, cookie: `${sessionCookie()}=${token}` }), '127.0.0.1');
