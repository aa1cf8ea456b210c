import { useCluster } from '@/db/testing/cluster';
import { changed } from '@/lib/doors/matrix/digest';
import type { House } from '@/lib/doors/matrix/house';
import { joinStates, plantPoolJoin } from '@/lib/doors/matrix/pool-joins';
import { sampleOf } from '@/lib/doors/matrix/sample';
import { openSetting, type Setting } from '@/lib/doors/matrix/setting';
import { plantSignIn, signInStates } from '@/lib/doors/matrix/sign-in-state';
import { placeOf, type Subject, subjectsOf } from '@/lib/doors/matrix/subject';
import { asMember } from '@/lib/doors/matrix/tenant-cases';
import { openWorld } from '@/lib/doors/testing';
import { sessionCookie, staffCookie } from '@/lib/identity/cookies';
import { router } from '@/lib/router';
import { actionRequest, actionsOf, type BuiltAction } from '../testing/actions';
import type { ProofContext } from '../testing/proof';
import { type RunningWeb, send, startWeb, withoutMiddleware } from '../testing/web';

export const name = 'server-actions';

/** With middleware that is skipped, each action of the build still asks who calls. */
export async function run({ adminUrl, scratch, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  try {
    const setting = await openSetting(world, subjectsOf(router));
    const bare = await withoutMiddleware();
    try {
      const web = await startWeb(world.database, { dataDir: scratch, distDir: bare.distDir });
      try {
        await claimActions(web, setting, claim);
      } finally {
        await web.stop();
      }
    } finally {
      bare.remove();
    }
  } finally {
    await world.end();
  }
}

async function claimActions(web: RunningWeb, setting: Setting, claim: ProofContext['claim']) {
  const actions = await actionsOf(setting.subjects);
  const faults: string[] = [];
  let requests = 0;
  for (const action of actions) {
    const { asked, problems } = await judge(action, web, setting);
    requests += asked;
    faults.push(...problems.map((one) => `${action.name}: ${one}`));
    await setting.refresh();
  }
  const byHand = actions.filter(({ subject }) => !subject).map((one) => one.name);
  claim({
    name: 'server actions, middleware taken out',
    figure: [
      `${requests} calls of ${actions.length} actions (${byHand.length} by hand: ${byHand.join(', ')})`,
      ...faults,
    ].join('\n  '),
    bound: 'strangers are refused and change nothing; whoever may is let in',
    ok: faults.length === 0 && requests > actions.length * 4 && byHand.length < actions.length / 4,
  });
}

type Headers = Record<string, string>;

/** What is wrong with one action: who got in, what they saw or changed, or that nobody can use it. */
async function judge(action: BuiltAction, web: RunningWeb, setting: Setting) {
  const { a } = setting;
  const { subject } = action;
  const problems: string[] = [];
  // Asked for anew: making ready gives some ids.
  const samples = () => ({ ...a, ids: { ...a.ids, staffEmail: setting.staffEmail } });
  const input = () => (subject ? sampleOf(subject, samples()) : {});
  const before = await setting.digest(a);
  const isOpen = !subject || subject.meta.permission === 'public';
  let asked = 0;
  for (const [who, headers] of isOpen ? anybody(a) : strangers(action, setting)) {
    const said = await call(action, input(), { web, house: a, headers });
    asked += 1;
    if (said.includes(a.canary) && !isOpen) problems.push(`${who} is shown ${said.slice(0, 300)}`);
    if (!isOpen && !refusal.test(said)) problems.push(`${who} is answered ${said.slice(0, 300)}`);
  }
  const tables = isOpen ? [] : changed(before, await setting.digest(a), true);
  problems.push(...tables.map((table) => `${table} changed`));
  if (!subject || isOpen) return { asked, problems };
  await makeReady(subject, setting);
  const own = placeOf(subject) === 'console' ? setting.staff : a.admin;
  const said = await call(action, input(), { web, house: a, headers: headersOf(own) });
  if (!accepted.test(said)) problems.push(`whoever may is answered ${said.slice(0, 300)}`);
  return { asked: asked + 1, problems };
}

/** A thing is deleted before it is restored; an authenticator is there before it is taken away. */
async function makeReady({ meta }: Subject, { world, subjects, a }: Setting) {
  const state = signInStates[meta.name];
  if (state) await plantSignIn(world, a, state);
  const join = joinStates[meta.name];
  if (join) await plantPoolJoin(world, a, join);
  const name = meta.name.replace(/\.restore$/, '.delete');
  const before = subjects.find((one) => one.meta.name === name);
  if (before && name !== meta.name) await asMember(before, sampleOf(before, a), a);
}

// What a device signs names the origin of this process, which the web process is not.
const accepted = /"ok":true|"code":"(conflict|precondition)"|"fields":\{"(attestation|assertion)"/;

const refusal = /"code":"(unauthenticated|forbidden|not_found)"/;

interface Way {
  web: RunningWeb;
  house: House;
  headers: Headers;
}

async function call(action: BuiltAction, input: unknown, { web, ...way }: Way): Promise<string> {
  const { status, body } = await send(web.port, await actionRequest(action, input, way));
  return `${status} ${body}`;
}

const headersOf = ({ host, cookie = '' }: { host: string; cookie?: string }): Headers => ({
  host,
  cookie,
});

const anybody = ({ tenant }: House): [string, Headers][] => [['anybody', { host: tenant.host }]];

function strangers({ subject }: BuiltAction, { a, b, staff }: Setting): [string, Headers][] {
  const { host } = a.tenant;
  const posing = { host, 'x-forwarded-host': host, 'x-middleware-subrequest': 'middleware' };
  const session = a.admin.cookie?.split('=')[1];
  const isForAll = subject?.meta.permission === 'signed_in';
  if (subject && placeOf(subject) === 'console') {
    return [
      ['anonymous', { host: staff.host }],
      ['admin of a tenant', { host: staff.host, cookie: a.admin.cookie ?? '' }],
      ['session as staff', { host: staff.host, cookie: `${staffCookie()}=${session}` }],
      ['staff on a tenant host', { ...posing, cookie: staff.cookie ?? '' }],
      ['admin on own host', { ...posing, cookie: a.admin.cookie ?? '' }],
    ];
  }
  return [
    ['anonymous', posing],
    ['session of another tenant', { ...posing, cookie: b.admin.cookie ?? '' }],
    ['staff session', { ...posing, cookie: staff.cookie ?? '' }],
    [
      'staff as a session',
      { ...posing, cookie: `${sessionCookie()}=${staff.cookie?.split('=')[1]}` },
    ],
    ...(isForAll ? [] : ([['guest', headersOf(a.guest)]] as [string, Headers][])),
  ];
}
