import { type Callable, invoke } from '@/lib/doors/callable';
import { proceduresByName } from '@/lib/doors/job';
import { handleRest } from '@/lib/doors/rest';
import { mintRole, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { isAppError } from '@/lib/errors';
import { sessionCookie } from '@/lib/identity/cookies';
import { givePassword, testPassword } from '@/lib/identity/testing';
import { hostUrl } from '@/lib/tenancy/urls';
import type { ProofContext } from './proof';
import { slackOf } from './slack';

const mostMs = 1_000;
const sizes = { small: { rounds: 1, beside: 4 }, full: { rounds: 20, beside: 16 } };

/** Somebody at several doors, all of which want the right that is going to be taken. */
interface Victim {
  member: TestMember;
  membershipId: string;
  /** A role of the tenant's own, which is all they have. */
  roleId: string;
  tokenId: string;
  sessionId: string;
  /** By door: true when it opened. */
  doors: Record<string, () => Promise<boolean>>;
}

interface Taking {
  name: string;
  /** Doors that it does not concern. */
  spares?: string[];
  take(stage: Stage, victim: Victim): Promise<unknown>;
}

const reason = 'A right that is taken';

const takings: Taking[] = [
  {
    name: 'a change of roles',
    take: ({ ask, tenant }, { membershipId: id }) =>
      ask('people.changeRoles', { id, roleIds: [tenant.roleIds.guest], reason }),
  },
  {
    name: 'a suspension',
    take: ({ ask }, { membershipId: id }) => ask('people.suspend', { id, reason }),
  },
  {
    name: 'a removal',
    take: ({ ask }, { membershipId: id }) => ask('people.remove', { id, reason }),
  },
  {
    name: 'a change of the role',
    take: async ({ ask }, { roleId: id }) => {
      const role = (await ask('roles.get', { id })) as { name: string; version: number };
      const { name, version } = role;
      await ask('roles.change', { id, name, version, reason, base: 'guest', permissions: [] });
    },
  },
  {
    name: 'the deletion of the role',
    take: ({ ask, tenant }, { roleId: id }) =>
      ask('roles.delete', { id, replacementId: tenant.roleIds.guest, reason }),
  },
  {
    name: 'a role that ends by the clock',
    take: ({ world }, { membershipId }) =>
      world.database.query(
        'update control.membership_roles set ends_at = now() where membership_id = $1',
        [membershipId],
      ),
  },
  {
    name: 'the revocation of a token',
    spares: ['REST by cookie', 'action', 'page', 'REST by session', 'REST by JWT'],
    take: ({ ask }, { tokenId }) => ask('security.revokeToken', { tokenId }),
  },
  {
    name: 'the end of a session',
    spares: ['REST by token', 'REST by session', 'REST by JWT'],
    take: ({ ask }, { sessionId }) => ask('security.endSession', { sessionId }),
  },
];

type Stage = Awaited<ReturnType<typeof openStage>>;

/** Takes rights from people who use them at several doors at once, beside others who keep theirs. */
export async function claimLostRights(
  world: World,
  { size, claim }: Pick<ProofContext, 'size' | 'claim'>,
) {
  const { rounds, beside } = sizes[size];
  const tally = { begun: 0, latestMs: 0, before: 0, beside: 0, errors: 0 };
  const wrong: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const stage = await openStage(world);
    const others = await Promise.all(Array.from({ length: beside }, () => stage.victim()));
    for (const taking of takings) {
      const victim = await stage.victim();
      const outcome = await loseRight(stage, { victim, taking, others });
      tally.begun += outcome.begunAfter;
      tally.latestMs = Math.max(tally.latestMs, outcome.latestMs);
      tally.before += outcome.before;
      tally.beside += outcome.beside;
      wrong.push(...outcome.wrong);
    }
  }
  const bound = mostMs * slackOf(size);
  claim({
    name: `rights that were taken under load in ${takings.length} ways, at ${doorCount} doors each (${tally.before} answers before, ${tally.beside} to others beside)`,
    figure: [
      `last success ${tally.latestMs.toFixed(0)} ms after; ${tally.begun} begun after the answer that it is taken`,
      ...wrong,
    ].join('; '),
    bound: `within ${bound} ms, none begun after; every door opened before, others go on`,
    ok: wrong.length === 0 && tally.latestMs <= bound && tally.begun === 0,
  });
}

const doorCount = 6;

interface Losing {
  victim: Victim;
  taking: Taking;
  others: Victim[];
}

async function loseRight(stage: Stage, { victim, taking, others }: Losing) {
  const wrong: string[] = [];
  const concerned = Object.entries(victim.doors).filter(([name]) => !taking.spares?.includes(name));
  const seen = { before: 0, begunAfter: 0, lastAt: 0, beside: 0 };
  const opened = new Set<string>();
  let takenAt = Number.POSITIVE_INFINITY;
  let isOver = false;
  const use = async (name: string, door: () => Promise<boolean>) => {
    while (!isOver) {
      await breathe();
      const begunAt = performance.now();
      if (!(await door())) continue;
      const now = performance.now();
      if (now < takenAt) {
        seen.before += 1;
        opened.add(name);
      } else seen.lastAt = now;
      if (begunAt > takenAt) seen.begunAfter += 1;
    }
  };
  const goOn = async ({ doors }: Victim) => {
    while (!isOver) {
      for (const [name, door] of Object.entries(doors)) {
        if (await door()) seen.beside += 1;
        else wrong.push(`somebody else was refused at ${name} during ${taking.name}`);
        await breathe();
        if (isOver) return;
      }
    }
  };
  const working = [...concerned.map(([name, door]) => use(name, door)), ...others.map(goOn)];
  await until(() => opened.size === concerned.length);
  await taking.take(stage, victim);
  takenAt = performance.now();
  const besideThen = seen.beside;
  // Long enough for every door to be tried again many times.
  await until(() => seen.beside > besideThen + 10 * others.length);
  isOver = true;
  await Promise.all(working);
  for (const [name, door] of concerned)
    if (await door()) wrong.push(`${name} still opens after ${taking.name}`);
  for (const name of taking.spares ?? [])
    if (!(await victim.doors[name]?.())) wrong.push(`${name} was shut by ${taking.name}`);
  const latestMs = seen.lastAt === 0 ? 0 : seen.lastAt - takenAt;
  return { ...seen, latestMs, wrong };
}

/** As long as a busy client leaves between two requests, so that no limit of calls is reached. */
const breathe = () => new Promise((done) => setTimeout(done, 10));

async function until(isSo: () => boolean) {
  const end = performance.now() + 60_000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error('What was waited for never came.');
    await new Promise((done) => setTimeout(done, 5));
  }
}

async function openStage(world: World) {
  const tenant = await world.tenant();
  const admin = await world.member(tenant, 'admin');

  const ask = async (operation: string, input: object): Promise<unknown> =>
    await invoke(
      proceduresByName.get(operation) as Callable<never, never>,
      input as never,
      admin.call(),
    );

  async function victim(): Promise<Victim> {
    const member = await world.member(tenant, 'guest');
    await givePassword(world, tenant, member.userId);
    const roleId = await mintRole(tenant, ['audit.read', 'tokens.manage']);
    const [row] = await world.database.query<{ id: string; session: string }>(
      `select m.id, s.id as session from control.memberships m
       join control.sessions s on s.tenant_id = m.tenant_id and s.user_id = m.user_id
       where m.tenant_id = $1 and m.user_id = $2`,
      [tenant.tenantId, member.userId],
    );
    await world.database.query(
      'update control.membership_roles set role_id = $1 where membership_id = $2',
      [roleId, row?.id],
    );
    const { tokenId, ...doors } = await doorsOf(tenant, member);
    return {
      member,
      membershipId: row?.id ?? '',
      sessionId: row?.session ?? '',
      roleId,
      tokenId,
      doors,
    };
  }

  return { world, tenant, admin, ask, victim };
}

/** The same page of the audit trail, through each door. */
async function doorsOf({ host }: TestTenant, { token, email }: TestMember) {
  const headersWith = (more: Record<string, string>) =>
    new Headers({ host, 'user-agent': 'test', ...more });
  const cookie = { cookie: `${sessionCookie()}=${token}` };
  const own = async <T>(operation: string, input: object, headers: Headers) =>
    (await invoke(
      proceduresByName.get(operation) as Callable<never, never>,
      input as never,
      webCall('rest', headers),
    )) as T;
  const made = await own<{ id: string; token: string }>(
    'tokens.create',
    { name: 'Sync', scopes: ['audit.read'], expiresInDays: 1 },
    headersWith(cookie),
  );
  const session = await own<{ token: string }>(
    'session.start',
    { email, password: testPassword },
    headersWith({}),
  );
  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
  const { accessToken } = await own<{ accessToken: string }>(
    'session.accessToken',
    {},
    headersWith(bearer(session.token)),
  );
  const byRest = (more: Record<string, string>) => async () => {
    const url = hostUrl(host, '/api/v1/audit');
    const { status } = await handleRest(new Request(url, { headers: headersWith(more) }));
    return isOpen(status);
  };
  const inProcess = (door: 'action' | 'page') => async () => {
    try {
      const call = webCall(door, headersWith(cookie));
      await invoke(proceduresByName.get('audit.list') as Callable<never, never>, {} as never, call);
      return true;
    } catch (error) {
      if (isAppError(error) && refusals.has(error.code)) return false;
      throw error;
    }
  };
  return {
    tokenId: made.id,
    'REST by cookie': byRest(cookie),
    'REST by token': byRest(bearer(made.token)),
    'REST by session': byRest(bearer(session.token)),
    'REST by JWT': byRest(bearer(accessToken)),
    action: inProcess('action'),
    page: inProcess('page'),
  };
}

const refusals = new Set(['unauthenticated', 'forbidden', 'not_found']);

function isOpen(status: number): boolean {
  if (status === 200) return true;
  if ([401, 403, 404].includes(status)) return false;
  throw new Error(`The audit trail answered ${status}.`);
}
