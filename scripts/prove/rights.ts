import { useCluster } from '@/db/testing/cluster';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { isAppError } from '@/lib/errors';
import { sessionProcedures } from '@/lib/identity/session-procedures';
import { givePassword, testPassword } from '@/lib/identity/testing';
import { tokenProcedures } from '@/lib/identity/tokens/procedures';
import { workspaceTokenProcedures } from '@/lib/identity/workspace-tokens/procedures';
import { isForClients } from '@/lib/identity/workspace-tokens/scopes';
import { claimLostRights } from '../testing/lost-rights';
import type { ProofContext } from '../testing/proof';
import {
  type Asker,
  floors,
  guarded,
  heldBy,
  isLetThrough,
  mayAsk,
  roles,
} from '../testing/rights-table';

export const name = 'rights';

const everything = 'all scopes';
const jwt = 'a JWT';
const client = 'a token of the workspace';

const { start, accessToken } = sessionProcedures.session;

/**
 * Scopes and roles against every operation as its declaration says, at the making of a token and after
 * its maker lost rights; and how long a right that was taken still opens anything.
 */
export async function run({ adminUrl, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  try {
    const tenant = await world.tenant();
    await claimTable(world, tenant, { size, claim });
    await claimMaking(world, tenant, { claim });
    await claimLostRights(world, { size, claim });
  } finally {
    await world.end();
  }
}

async function claimTable(
  world: World,
  tenant: TestTenant,
  { size, claim }: Pick<ProofContext, 'size' | 'claim'>,
) {
  const wrong: string[] = [];
  let asked = 0;
  const judge = async (askers: Asker[]) => {
    for (const [at, subject] of guarded.entries()) {
      for (const [turn, asker] of askers.entries()) {
        // At small size each operation meets everything, its own permission alone, and some others.
        const { permission } = subject.meta;
        const isMain = [everything, `scope ${permission}`, jwt, client].some((one) =>
          asker.name.startsWith(one),
        );
        if (size === 'small' && !isMain && (at + turn) % 12 > 0) continue;
        asked += 1;
        const isThrough = await isLetThrough(subject, asker, tenant);
        if (isThrough !== mayAsk(subject, asker))
          wrong.push(
            `${subject.meta.name} ${isThrough ? 'lets through' : 'refuses'} ${asker.name}`,
          );
      }
    }
  };
  const maker = await world.member(tenant, 'admin');
  const tokens = await makeTokens(maker);
  const session = await sessionOf(world, tenant, maker);
  const own = await ownToken(tenant, maker);
  await judge(tokens.map((one) => ({ ...one, held: heldBy('admin') })));
  const wide = tokens.filter(
    ({ name }) => name === everything || (size === 'full' && name.startsWith('all')),
  );
  for (const role of roles) {
    await setRole(world, tenant, { maker, role });
    await world.database.query(
      'update control.workspace_tokens set role_id = $1 where tenant_id = $2',
      [tenant.roleIds[role], tenant.tenantId],
    );
    const held = heldBy(role);
    const now = (one: Asker) => ({ ...one, name: `${one.name} of ${role}`, held });
    await judge([...wide.map(now), now(session), now(own)]);
  }
  claim({
    name: `operations that let through otherwise than declared (${guarded.length} operations, ${floors.size} permissions, asked ${asked} times)`,
    figure: wrong.slice(0, 12).join('; ') || 0,
    bound: 'none',
    ok: wrong.length === 0 && asked > guarded.length * 10,
  });
}

/** A token of each scope alone, of all but it, and of all. */
async function makeTokens(maker: TestMember): Promise<Asker[]> {
  const permissions = [...floors.keys()];
  const sets: [string, string[]][] = [
    [everything, permissions],
    ...permissions.map((one) => [`scope ${one}`, [one]] as [string, string[]]),
    ...permissions.map(
      (one) =>
        [`all but ${one}`, permissions.filter((other) => other !== one)] as [string, string[]],
    ),
  ];
  const made: Asker[] = [];
  for (const [name, scopes] of sets) {
    const wanted = { name: 'Sync', scopes, expiresInDays: 1 };
    const { token } = await invoke(tokenProcedures.tokens.create, wanted, maker.call());
    made.push({ name, kind: 'token', secret: token, held: new Set(), scopes: new Set(scopes) });
  }
  return made;
}

/** The JWT of a client's session, which carries what the person may do, whatever that is by then. */
async function sessionOf(world: World, tenant: TestTenant, { userId, email }: TestMember) {
  await givePassword(world, tenant, userId);
  const open = webCall('rest', new Headers({ host: tenant.host }));
  const { token } = await invoke(start, { email, password: testPassword }, open);
  const headers = new Headers({ host: tenant.host, authorization: `Bearer ${token}` });
  const { accessToken: secret } = await invoke(accessToken, {}, webCall('rest', headers));
  return { name: jwt, kind: 'jwt', secret, held: new Set(), scopes: new Set() } as Asker;
}

/** A token of the tenant's own, in a role of its own, with all that such tokens may carry. */
async function ownToken(tenant: TestTenant, maker: TestMember): Promise<Asker> {
  const scopes = [...floors.keys()].filter(isForClients);
  const { admin: roleId } = tenant.roleIds;
  const wanted = { name: 'Sync', roleId, scopes, expiresInDays: 1 };
  const { create } = workspaceTokenProcedures.workspaceTokens;
  const { token } = await invoke(create, wanted, maker.call());
  const carried = { held: new Set<string>(), scopes: new Set(scopes) };
  return { name: client, kind: 'client', secret: token, ...carried };
}

const setRole = (
  { database }: World,
  { tenantId, roleIds }: TestTenant,
  { maker, role }: { maker: TestMember; role: (typeof roles)[number] },
) =>
  database.query(
    `update control.membership_roles set role_id = $1 where tenant_id = $2 and membership_id =
       (select id from control.memberships where tenant_id = $2 and user_id = $3)`,
    [roleIds[role], tenantId, maker.userId],
  );

/** Nobody makes or rotates a token that reaches further than they do. */
async function claimMaking(
  world: World,
  tenant: TestTenant,
  { claim }: Pick<ProofContext, 'claim'>,
) {
  const { create, rotate } = tokenProcedures.tokens;
  const wrong: string[] = [];
  const took = async (work: Promise<unknown>) => {
    try {
      await work;
      return true;
    } catch (error) {
      if (isAppError(error) && error.code === 'forbidden') return false;
      throw error;
    }
  };
  let tries = 0;
  for (const role of roles) {
    const held = heldBy(role);
    const member = await world.member(tenant, role);
    for (const permission of floors.keys()) {
      const wanted = { name: 'Sync', scopes: [permission], expiresInDays: 1 };
      tries += 1;
      const may = held.has(permission) && held.has('tokens.manage');
      if ((await took(invoke(create, wanted, member.call()))) !== may)
        wrong.push(`${role} ${may ? 'cannot make' : 'made'} a token of ${permission}`);
    }
  }
  const maker = await world.member(tenant, 'admin');
  const wide = { name: 'Sync', scopes: ['people.manage', 'tokens.manage'], expiresInDays: 1 };
  const token = await invoke(create, wide, maker.call());
  const bearer = new Headers({ host: tenant.host, authorization: `Bearer ${token.token}` });
  for (const permission of floors.keys()) {
    const wanted = { name: 'Sync', scopes: [permission], expiresInDays: 1 };
    tries += 1;
    const may = wide.scopes.includes(permission);
    if ((await took(invoke(create, wanted, webCall('rest', bearer)))) !== may)
      wrong.push(`a token ${may ? 'cannot make' : 'made'} one of ${permission}`);
  }
  await setRole(world, tenant, { maker, role: 'basic' });
  if (await took(invoke(rotate, { id: token.id, overlapHours: 0 }, maker.call())))
    wrong.push('a token was rotated whose maker lacks what it carries');
  claim({
    name: `tokens made wider than their maker (${tries} tries)`,
    figure: wrong.join('; ') || 0,
    bound: 'none, and all others are made',
    ok: wrong.length === 0,
  });
}
