import { invoke } from '@/lib/doors/callable';
import { listProcedures } from '@/lib/doors/job';
import { metaOf } from '@/lib/doors/procedure';
import type { TestMember, TestTenant, World } from '@/lib/doors/testing';
import { isAppError } from '@/lib/errors';
import { startProvider, visit } from '@/lib/identity/oidc/testing/honest-provider';
import {
  type HostileProvider,
  startHostileProvider,
  type Trick,
} from '@/lib/identity/oidc/testing/hostile-provider';
import {
  begin,
  callWith,
  come,
  confirm,
  setProvider,
  sharePool,
} from '@/lib/identity/oidc/testing/stage';
import { newToken } from '@/lib/identity/secrets';
import { router } from '@/lib/router';
import type { ProofContext } from '../proof';
import type { CredentialStage } from './stage';

/** Whom a sign-in ended as. */
interface Came {
  /** Null for nobody. */
  userId: string | null;
  /** The session's token. */
  token: string | null;
  browser: string;
  answer: object;
}

interface Scene {
  world: World;
  tenant: TestTenant;
  admin: TestMember;
  provider: HostileProvider;
  /** An admin with a password whose address strangers claim. */
  victim: TestMember;
  /** Somebody whom the provider has vouched for before, by this subject. */
  known: TestMember & { subject: string };
}

/** Providers that lie about who somebody is, and honest ones, in a pool of one's own and a shared one. */
export async function claimProviders(
  { world }: CredentialStage,
  { claim }: Pick<ProofContext, 'claim'>,
) {
  const provider = await startHostileProvider();
  const other = await startHostileProvider();
  const wrong: string[] = [];
  let tries = 0;
  try {
    for (const kind of ['private', 'shared'] as const) {
      const scene = await openScene(world, { kind, provider });
      for (const { name, as, trick } of attacks(scene)) {
        tries += 1;
        const came = await signIn(scene, trick);
        const expected = as === 'known' ? scene.known.userId : null;
        const isWrong =
          as === 'somebody new'
            ? came.userId === scene.victim.userId || came.userId === scene.known.userId
            : came.userId !== expected;
        if (isWrong || (await victimTouched(scene)))
          wrong.push(`${name} in a ${kind} pool: ${JSON.stringify(came.answer).slice(0, 120)}`);
      }
      wrong.push(...(await strangeProofs(scene)), ...(await otherIssuer(scene, other)));
      if (kind === 'shared') wrong.push(...(await beyondTenant(scene)));
      tries += 8;
    }
    wrong.push(...(await honest(world)));
  } finally {
    await Promise.all([provider.end(), other.end()]);
  }
  claim({
    name: `accounts taken over through an identity provider (${tries} tries)`,
    figure: wrong.join('; ') || 0,
    bound: 'none; honest ones bring their people in',
    ok: wrong.length === 0,
  });
}

interface Attack {
  name: string;
  trick: Trick;
  as: 'nobody' | 'known' | 'somebody new';
}

function attacks({ victim, known }: Scene): Attack[] {
  const { email } = victim;
  const says = (claims: Record<string, unknown>): Trick => ({
    claims: { sub: newToken(), email, ...claims },
  });
  const nobody = (name: string, trick: Trick): Attack => ({ name, trick, as: 'nobody' });
  const { subject } = known;
  return [
    nobody('the address of somebody', says({})),
    ...[false, undefined, null, 'true', 1].map((email_verified) =>
      nobody(`the address, verified: ${email_verified}`, says({ email_verified })),
    ),
    ...[email.toUpperCase(), ` ${email} `, email.replace(/^v/, 'ｖ')].map((spelled) =>
      nobody(`the address as ${spelled}`, says({ email: spelled })),
    ),
    { name: 'the address with a dot', trick: says({ email: `${email}.` }), as: 'somebody new' },
    nobody('a list with the address', says({ email: [email] })),
    nobody('the address under other names', {
      claims: { sub: newToken(), email: undefined, preferred_username: email, upn: email },
    }),
    { name: 'the address, from somebody known', trick: says({ sub: subject }), as: 'known' },
    ...[subject.toUpperCase(), ` ${subject}`, `${subject}\u0000`, [subject], { subject }].map(
      (sub) => ({
        name: `the subject as ${JSON.stringify(sub)}`,
        trick: { claims: { sub, email: `new-${newToken().toLowerCase()}@example.com` } },
        as: 'somebody new' as const,
      }),
    ),
    nobody('a known subject, signed by another key', {
      claims: { sub: subject },
      foreignKey: true,
    }),
    nobody('a known subject, unsigned', { claims: { sub: subject }, header: { alg: 'none' } }),
    nobody('a known subject, for another client', { claims: { sub: subject, aud: 'another' } }),
    nobody('a known subject, of another issuer', {
      claims: { sub: subject, iss: 'https://login.example.com' },
    }),
    nobody('a known subject, of another sign-in', { claims: { sub: subject, nonce: 'another' } }),
    { name: 'a known subject, as it is', trick: { claims: { sub: subject } }, as: 'known' },
  ];
}

async function openScene(
  world: World,
  { kind, provider }: { kind: 'private' | 'shared'; provider: HostileProvider },
): Promise<Scene> {
  const tenant = await world.tenant();
  if (kind === 'shared') await sharePool(world, tenant);
  const admin = await world.member(tenant, 'admin');
  const settings = { issuer: provider.issuer, defaultRoleId: tenant.roleIds.basic };
  await setProvider(admin, settings);
  const victim = await world.member(tenant, 'admin', {
    email: `victim-${tenant.slug}@example.com`,
  });
  const member = await world.member(tenant, 'basic', { email: `known-${tenant.slug}@example.com` });
  const subject = `subject-${tenant.slug}`;
  const scene = { world, tenant, admin, provider, victim, known: { ...member, subject } };
  const { email } = member;
  const came = await signIn(scene, { claims: { sub: subject, email } });
  if (!('confirm' in came.answer)) throw new Error('An address alone opened its account.');
  await confirm(world, tenant, { email, browser: came.browser });
  return scene;
}

async function signIn({ world, tenant, provider }: Scene, trick: Trick): Promise<Came> {
  await world.database.query('delete from control.attempts');
  const { url, browser } = await begin(tenant);
  const query = provider.visit(url);
  provider.play(trick);
  try {
    const answer = await come(tenant, query, browser);
    return { ...(await whoIs(tenant, answer)), browser, answer };
  } catch (error) {
    refused(error);
    return { userId: null, token: null, browser, answer: { refused: String(error) } };
  } finally {
    provider.play({});
  }
}

async function whoIs(tenant: TestTenant, answer: object) {
  if (!('token' in answer)) return { userId: null, token: null };
  const token = String(answer.token);
  const { user } = await callWith(tenant, token).caller();
  return { userId: user?.id ?? null, token };
}

/** Whether a provider ever spoke for the victim. */
async function victimTouched({ world, victim }: Scene): Promise<boolean> {
  const rows = await world.database.query(
    `select 1 from control.provider_links where user_id = $1
     union all select 1 from control.logins where user_id = $1 and method = 'sso'`,
    [victim.userId],
  );
  return rows.length > 0;
}

/** The mail that proves an address, read by its owner, opens nothing to the browser of another. */
async function strangeProofs(scene: Scene): Promise<string[]> {
  const { world, tenant, victim } = scene;
  const { email } = victim;
  const wrong: string[] = [];
  const asked = await signIn(scene, { claims: { sub: newToken(), email } });
  const own = await signIn(scene, {
    claims: { sub: newToken(), email: `x-${email}`, email_verified: false },
  });
  if (!('confirm' in asked.answer && 'confirm' in own.answer))
    return ['proofs of an address were not exercised'];
  for (const [name, browser] of [
    ['a browser that asked for nothing', newToken()],
    ['a browser that asked for another address', own.browser],
  ] as const) {
    const proven = await confirm(world, tenant, { email, browser }).catch(refused);
    if (proven !== null) wrong.push(`the mail to an address opened it to ${name}`);
  }
  const other = { email: `x-${email}`, browser: asked.browser };
  if ((await confirm(world, tenant, other).catch(refused)) !== null)
    wrong.push('the mail to another address opened it');
  if (await victimTouched(scene)) wrong.push('an account was linked by a stranger');
  return wrong;
}

/** The same subject said by another issuer is another person, whoever it was before. */
async function otherIssuer(scene: Scene, other: HostileProvider): Promise<string[]> {
  const { admin, tenant, known } = scene;
  const { basic: defaultRoleId } = tenant.roleIds;
  await setProvider(admin, { issuer: other.issuer, defaultRoleId });
  const there = { ...scene, provider: other };
  const wrong: string[] = [];
  for (const email of [known.email, `new-${known.email}`]) {
    const came = await signIn(there, { claims: { sub: known.subject, email } });
    if (came.userId === known.userId) wrong.push(`another issuer spoke for ${email}`);
  }
  await setProvider(admin, { issuer: scene.provider.issuer, defaultRoleId });
  return wrong;
}

/** In a shared pool a provider's word is worth nothing at a sibling, nor over the account. */
async function beyondTenant(scene: Scene): Promise<string[]> {
  const { world, tenant, provider, known } = scene;
  const wrong: string[] = [];
  const sibling = await world.tenant({ poolId: tenant.poolId });
  const boss = await world.member(sibling, 'admin');
  await world.member(sibling, 'admin', { email: known.email });
  await setProvider(boss, { issuer: provider.issuer, defaultRoleId: sibling.roleIds.basic });
  const claims = { sub: known.subject, email: known.email };
  const there = await signIn({ ...scene, tenant: sibling }, { claims });
  if (there.userId) wrong.push('a link of one tenant opened its sibling');
  const { token, userId } = await signIn(scene, { claims });
  if (!token || userId !== known.userId) return [...wrong, 'somebody known did not come in'];
  if ((await callWith(sibling, token).caller()).user) wrong.push('a session opened the sibling');
  const whole = listProcedures(router).filter((one) => metaOf(one).wholeAccount);
  for (const procedure of whole) {
    const call = callWith(tenant, token);
    const outcome = await invoke(procedure as never, {} as never, call).then(
      () => 'done',
      (error) => (isAppError(error) ? error.code : 'broken'),
    );
    if (outcome !== 'forbidden') wrong.push(`${metaOf(procedure).name}: ${outcome}`);
  }
  return whole.length > 5 ? wrong : [...wrong, 'operations on the whole account were not found'];
}

/** A real provider brings in newcomers, and whoever proves an address that had an account. */
async function honest(world: World): Promise<string[]> {
  const tenant = await world.tenant();
  const provider = await startProvider([`http://${tenant.host}:3000/sign-in/sso/return`]);
  const wrong: string[] = [];
  try {
    const admin = await world.member(tenant, 'admin');
    const email = `member-${tenant.slug}@example.com`;
    const member = await world.member(tenant, 'basic', { email });
    const settings = { issuer: provider.issuer, defaultRoleId: tenant.roleIds.basic };
    await setProvider(admin, settings);
    provider.people.set('member', { email, name: 'Member' });
    provider.people.set('newcomer', { email: `new-${email}`, name: 'Newcomer', groups: ['admin'] });
    const enter = async (name: string) => {
      const { url, browser } = await begin(tenant);
      return { browser, answer: await come(tenant, await visit(url, name), browser) };
    };
    const first = await enter('member');
    const proven = await confirm(world, tenant, { email, browser: first.browser });
    if ((await whoIs(tenant, proven)).userId !== member.userId)
      wrong.push('an honest proof of an address did not open its account');
    if ((await whoIs(tenant, (await enter('member')).answer)).userId !== member.userId)
      wrong.push('somebody linked did not come in again');
    const { token } = await whoIs(tenant, (await enter('newcomer')).answer);
    const { roles } = await callWith(tenant, token ?? '').caller();
    if (roles.map(({ key }) => key).join() !== 'basic')
      wrong.push(`a newcomer came in as ${roles.map(({ key }) => key).join() || 'nobody'}`);
  } finally {
    await provider.end();
  }
  return wrong;
}

function refused(error: unknown): null {
  if (isAppError(error) && error.code !== 'limit') return null;
  throw error;
}
