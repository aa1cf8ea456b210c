import type { AnySchema } from '@orpc/contract';
import type { ZodObject, ZodType } from 'zod';
import { peopleProcedures } from '@/lib/access/people/procedures';
import { rolesProcedures } from '@/lib/access/roles/procedures';
import { invoke } from '@/lib/doors/callable';
import { subjectsOf } from '@/lib/doors/matrix/subject';
import { mintRole, type TestMember, type TestTenant } from '@/lib/doors/testing';
import { hashToken, newToken } from '@/lib/identity/secrets';
import { signInProcedures } from '@/lib/identity/sign-in-procedures';
import { router } from '@/lib/router';
import type { ProofContext } from '../proof';
import type { CredentialStage, Place } from './stage';

type Claiming = Pick<ProofContext, 'size' | 'claim'>;

const parallel = { tickets: 100, accepts: 50, choosing: { small: 8, full: 50 } };

/** Many who redeem one hand-off at once, others who have no part in it, and where it leads. */
export async function claimHandOffs(stage: CredentialStage, { claim }: Claiming) {
  const { email, sibling: from } = await stage.person();
  const { poolId } = stage.tenants.sibling;
  const target = await stage.world.tenant({ poolId });
  await stage.world.member(target, 'basic', { email });
  const nonce = newToken();
  const mint = async (returnPath = '/') => {
    const wanted = { slug: target.slug, nonceHash: hashToken(nonce), returnPath };
    const { url } = await invoke(signInProcedures.signIn.handOff, wanted, from.call());
    return new URL(url).searchParams.get('ticket') ?? '';
  };
  const redeem = async (ticket: string, given: string | null = nonce) =>
    (await stage.ask(
      'signIn.withTicket',
      { ticket, nonce: given },
      { place: placeIn(stage, target) },
    )) as { returnPath: string } | null;
  const sessions = () => count(stage, 'control.sessions where user_id = $1', [from.userId]);
  const before = await sessions();
  const ticket = await mint();
  const wrong: string[] = [];
  for (const [who, given] of [
    ['no nonce', null],
    ['another nonce', newToken()],
    ['the hash of the nonce', hashToken(nonce)],
  ] as const)
    if (await redeem(ticket, given)) wrong.push(who);
  const tries = await Promise.all(Array.from({ length: parallel.tickets }, () => redeem(ticket)));
  const made = (await sessions()) - before;
  claim({
    name: `sessions from ${parallel.tickets} redemptions of one hand-off at once`,
    figure: `${made}${wrong.length > 0 ? `; taken with ${wrong.join(', ')}` : ''}`,
    bound: '1, none with another nonce',
    ok: made === 1 && tries.filter(Boolean).length === 1 && wrong.length === 0,
  });
  const strays = strayingFields();
  for (const path of hostile) {
    const arrived = await redeem(await mint(path));
    if (!arrived) strays.push(`${path} was not exercised`);
    else if (!staysHere(arrived.returnPath)) strays.push(`${path} became ${arrived.returnPath}`);
  }
  claim({
    name: `return paths that lead off the host (${hostile.length} hostile ones)`,
    figure: strays.join('; ') || 0,
    bound: 'none, by a hand-off or any operation that takes one',
    ok: strays.length === 0,
  });
}

const evil = 'evil.example';

/** Ways to write an address elsewhere that looks like a path, or none at all. */
const hostile: string[] = [
  ...[`//${evil}`, `///${evil}`, `/\\${evil}`, `\\\\${evil}`, `\\/${evil}`, `/\t/${evil}`],
  ...[`/\n/${evil}`, `/\r//${evil}`, `https://${evil}`, `HTTPS:${evil}`, `https:/${evil}`],
  ...[`javascript:alert(1)`, `data:text/html,x`, `/%09/${evil}`, `/%2f%2f${evil}`, `/%5c${evil}`],
  ...[`/.//${evil}`, `/..//${evil}`, `/a/..//${evil}`, `/./\\${evil}`, `/a/../..//${evil}`],
  ...[`/%2e%2e//${evil}`, `/.%2e//${evil}`, `/%2e//${evil}`, `/a/%2e%2e//${evil}`],
  ...[`@${evil}`, `/@${evil}`, `.${evil}`, `:80@${evil}`, ` //${evil}`, `\u0000//${evil}`],
  ...[`/\u2028/${evil}`, `／／${evil}`, `/／${evil}`, `/;//${evil}`, `?//${evil}`, `#//${evil}`],
  ...[`/sign-in?next=//${evil}`, `/arrive?ticket=x`, `/switch/other`, `/api/v1/session`, ''],
  `/${'a'.repeat(999)}`,
];

/** As a browser resolves it on a page of the host, once and once more from where it led. */
function staysHere(path: string): boolean {
  const page = 'https://here.invalid/deep/page';
  const origin = (text: string, at: string) =>
    URL.canParse(text, at) ? new URL(text, at) : new URL('https://nowhere.invalid');
  const first = origin(path, page);
  const again = origin(first.pathname, page);
  return (
    /^\/(?![/\\])/.test(path) &&
    first.origin === 'https://here.invalid' &&
    again.origin === 'https://here.invalid' &&
    !/^\/(arrive|switch|api|sign-in)(\/|$)/.test(first.pathname)
  );
}

/** Every operation of the router that takes a path to return to, with all hostile ones. */
function strayingFields(): string[] {
  const taking = subjectsOf(router).filter(({ schema }) => schema.properties?.returnPath);
  const strays = taking.flatMap(({ meta, procedure }) => {
    const input = procedure['~orpc'].inputSchema as AnySchema & ZodObject;
    const field = input.shape.returnPath as ZodType;
    return hostile.flatMap((path) => {
      const { success, data } = field.safeParse(path);
      return success && !staysHere(String(data)) ? [`${meta.name} leaves ${path}`] : [];
    });
  });
  return taking.length > 2 ? strays : ['operations that take one were not found'];
}

/** Many who accept one invitation at once, and inviters who may no longer give what it gives. */
export async function claimInvitations(stage: CredentialStage, { size, claim }: Claiming) {
  const bare = await stage.world.tenant();
  await stage.world.database.query(
    `insert into control.security_policies (tenant_id, id, methods_off) values ($1, app.uuid7(), '{password}')`,
    [bare.tenantId],
  );
  const own = await stage.world.tenant();
  const outcomes = [
    await acceptAtOnce(stage, bare, { tries: parallel.accepts, password: undefined }),
    await acceptAtOnce(stage, own, {
      tries: parallel.choosing[size],
      password: 'orchid-ladder-quiet-harvest',
    }),
  ];
  claim({
    name: `members from ${outcomes.map(({ tries }) => tries).join(' and ')} acceptances of one invitation at once`,
    figure: outcomes.map((one) => `${one.members} (${one.accepted} accepted)`).join(' and '),
    bound: '1 each',
    ok: outcomes.every(({ members, accounts, accepted }) =>
      [members, accounts, accepted].every((one) => one === 1),
    ),
  });
  const wrong = await lostInviters(stage, own);
  claim({
    name: `invitations taken although their inviter may not give that role any more (${losses.length} ways)`,
    figure: wrong.join('; ') || 0,
    bound: 'none; taken once the right is back',
    ok: wrong.length === 0,
  });
}

async function acceptAtOnce(
  stage: CredentialStage,
  tenant: TestTenant,
  { tries, password }: { tries: number; password: string | undefined },
) {
  const admin = await stage.world.member(tenant, 'admin');
  const { email, token } = await inviteBy(stage, admin, tenant.roleIds.basic);
  const place = placeIn(stage, tenant);
  const answers = await Promise.all(
    Array.from({ length: tries }, (_, at) =>
      stage.ask(
        'invitation.accept',
        { token, name: `Comer ${at}`, ...(password && { password }) },
        { place },
      ),
    ),
  );
  return {
    tries,
    accepted: answers.filter(Boolean).length,
    accounts: await count(stage, 'control.users where email = $1', [email]),
    members: await count(
      stage,
      'control.memberships where user_id in (select id from control.users where email = $1)',
      [email],
    ),
  };
}

interface Inviting {
  stage: CredentialStage;
  tenant: TestTenant;
  /** Who may change roles. */
  boss: TestMember;
  inviterId: string;
  /** The role that is given. */
  roleId: string;
}

interface Loss {
  name: string;
  take(about: Inviting): Promise<unknown>;
  /** Gives it back; left out where it is gone for good. */
  give?(about: Inviting): Promise<unknown>;
}

const inviterRole = (change: string) => (about: Inviting) =>
  about.stage.world.database.query(
    `update control.membership_roles set ${change} where tenant_id = $1 and membership_id =
       (select id from control.memberships where tenant_id = $1 and user_id = $2)`,
    [about.tenant.tenantId, about.inviterId],
  );

const inviterIs = (state: string) => (about: Inviting) =>
  about.stage.world.database.query(
    'update control.memberships set state = $3 where tenant_id = $1 and user_id = $2',
    [about.tenant.tenantId, about.inviterId, state],
  );

const builtIn = (key: string) =>
  `role_id = (select id from control.roles r where r.tenant_id = $1 and r.key = '${key}')`;

const roleMay =
  (version: number, permissions: string[]) =>
  ({ boss, roleId: id }: Inviting) =>
    invoke(
      rolesProcedures.change,
      { id, name: `Role ${id}`.slice(0, 40), base: 'guest', version, permissions, reason: 'Grows' },
      boss.call(),
    );

const losses: Loss[] = [
  {
    name: 'was demoted',
    take: inviterRole(builtIn('basic')),
    give: inviterRole(builtIn('admin')),
  },
  {
    name: 'has a role that ended',
    take: inviterRole(`ends_at = now() - interval '1 second'`),
    give: inviterRole('ends_at = null'),
  },
  { name: 'was suspended', take: inviterIs('suspended'), give: inviterIs('active') },
  {
    name: 'gives a role that grew',
    take: roleMay(1, ['people.read', 'audit.read']),
    give: roleMay(2, ['people.read']),
  },
  {
    name: 'was removed',
    take: async ({ stage, tenant, boss, inviterId }) => {
      const [row] = await stage.world.database.query<{ id: string }>(
        'select id from control.memberships where tenant_id = $1 and user_id = $2',
        [tenant.tenantId, inviterId],
      );
      const gone = { id: row?.id ?? '', reason: 'Left the choir' };
      await invoke(peopleProcedures.remove, gone, boss.call());
    },
  },
];

async function lostInviters(stage: CredentialStage, tenant: TestTenant): Promise<string[]> {
  const wrong: string[] = [];
  const boss = await stage.world.member(tenant, 'admin');
  const mayInvite = await mintRole(tenant, ['people.read', 'people.manage']);
  for (const { name, take, give } of losses) {
    const inviter = await stage.world.member(tenant, 'guest');
    const roleId = await mintRole(tenant, ['people.read']);
    const about = { stage, tenant, boss, inviterId: inviter.userId, roleId };
    const hold = inviterRole(`role_id = '${mayInvite}'`);
    await hold(about);
    const { token } = await inviteBy(stage, inviter, roleId);
    const accept = () =>
      stage.ask(
        'invitation.accept',
        { token, name: 'New Comer', password: 'orchid-ladder-quiet-harvest' },
        { place: placeIn(stage, tenant) },
      );
    await take(about);
    if (await accept()) wrong.push(`inviter ${name}`);
    if (!give) continue;
    await give(about);
    if (!(await accept())) wrong.push(`refused after the inviter, who ${name}, had it back`);
  }
  return wrong;
}

const placeIn = (stage: CredentialStage, tenant: TestTenant): Place => ({
  ...{ ...stage.placeOf('home'), tenant },
  headers: { host: tenant.host, 'user-agent': 'test' },
});

let guests = 0;

async function inviteBy(
  stage: CredentialStage,
  by: CredentialStage['admin'],
  roleId: string,
): Promise<{ email: string; token: string }> {
  guests += 1;
  const email = `guest-${guests}@example.com`;
  await invoke(peopleProcedures.invite, { people: [{ email, roleId }] }, by.call());
  return { email, token: await stage.mailed(email) };
}

async function count({ world }: CredentialStage, from: string, values: unknown[]) {
  const [row] = await world.database.query<{ n: number }>(
    `select count(*)::int as n from ${from}`,
    values,
  );
  return row?.n ?? 0;
}
