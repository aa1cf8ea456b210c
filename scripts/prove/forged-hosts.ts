import { useCluster } from '@/db/testing/cluster';
import { requestOf, type Visitor } from '@/lib/doors/matrix/ask';
import { sampleOf } from '@/lib/doors/matrix/sample';
import { openSetting, type Setting } from '@/lib/doors/matrix/setting';
import { placeOf, type Subject, subjectsOf } from '@/lib/doors/matrix/subject';
import { ownVisitor } from '@/lib/doors/matrix/zone-cases';
import { handleRest } from '@/lib/doors/rest';
import { isWrite } from '@/lib/doors/spec';
import { openWorld } from '@/lib/doors/testing';
import { runJobs } from '@/lib/identity/testing';
import { router } from '@/lib/router';
import { pagesOf } from '../testing/pages';
import type { ProofContext } from '../testing/proof';
import { type RunningWeb, type Sent, send, startWeb } from '../testing/web';

export const name = 'forged-hosts';

const evil = 'evil-canary.example';

/** Operations that must have mailed a link, or the proof did not reach what it is about. */
const producers = [
  'signIn.requestLink',
  'signIn.requestReset',
  'people.invite',
  'people.resend',
  'tenants.create',
];

type Headers = Record<string, string>;

/** Ways to name another host, over the true one. */
const forgeries = (host: string): Headers[] => [
  { host: evil },
  { host: `${host}.${evil}` },
  { host: `${evil}:80` },
  { host, 'x-forwarded-host': evil },
  { host, 'x-forwarded-host': `${evil}, ${host}` },
  { host, 'x-forwarded-host': `${host}, ${evil}` },
  { host, forwarded: `host=${evil};proto=https` },
  { host, 'x-host': evil, 'x-original-host': evil, 'x-forwarded-server': evil },
  { host, 'x-http-host-override': evil, 'x-real-host': evil },
  { host, 'x-original-url': `https://${evil}/`, 'x-rewrite-url': `https://${evil}/` },
  { host, 'x-forwarded-proto': `https://${evil}/`, 'x-forwarded-prefix': `//${evil}` },
  { host: 'localhost', 'x-forwarded-host': evil },
];

/** Whatever a request calls its host, links in mails, redirects and answers name the stored one. */
export async function run({ adminUrl, scratch, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  try {
    const setting = await openSetting(world, subjectsOf(router));
    await runJobs(world);
    await claimMails(setting, { size, claim });
    const web = await startWeb(world.database, { dataDir: scratch });
    try {
      await claimPages(web, { setting, size, claim });
    } finally {
      await web.stop();
    }
  } finally {
    await world.end();
  }
}

/** Every operation over REST, then every job it left behind, then every mail. */
async function claimMails(setting: Setting, { size, claim }: Pick<ProofContext, 'size' | 'claim'>) {
  const { database } = setting.world;
  const faults: string[] = [];
  const mailers = new Map<string, number>();
  const subjects = setting.subjects.filter(({ meta }) => meta.path !== null);
  const asking: Asking = { setting, isUsed: false, worked: false, wantsWhole: true };
  const times = new Map<number, number>();
  for (const [number, subject] of subjects.entries()) {
    const { name } = subject.meta;
    const mails = () => producers.includes(name) || mailers.has(name);
    asking.wantsWhole = true;
    let sent = 0;
    for (const at of turnsOf(number)) {
      if (size === 'small' && at % share !== number % share && !mails()) continue;
      // What it tells of was told: a record that is found missing, a grant that is taken back.
      if (mailers.has(name) && sent === 0 && asking.isUsed) await refresh(asking);
      const text = await askForged(subject, asking, at);
      times.set(at, (times.get(at) ?? 0) + 1);
      if (text.includes(evil)) faults.push(`${name}, forgery ${at + 1}: ${text.slice(0, 200)}`);
      sent = isWrite(subject.meta) ? await mailsSent(setting) : 0;
      if (sent > 0) mailers.set(name, (mailers.get(name) ?? 0) + sent);
      // What does not mail has to have worked once.
      if (size === 'small' && !mails()) asking.wantsWhole &&= !asking.worked;
      await database.query('delete from control.attempts');
    }
    if (size === 'full') await refresh(asking);
  }
  await claimUnechoed(setting, { faults, mailers, times, operations: subjects.length }, claim);
}

interface Asked {
  faults: string[];
  /** Mails by operation. */
  mailers: Map<string, number>;
  /** Requests by forgery. */
  times: Map<number, number>;
  operations: number;
}

async function claimUnechoed(
  { world: { database } }: Setting,
  { faults, mailers, times, operations }: Asked,
  claim: ProofContext['claim'],
) {
  const mails = await database.query<{ subject: string; evil: boolean; linked: boolean }>(
    `select subject, concat(subject, text, html, sender) like '%${evil}%' as evil,
       text like '%http://%.rowhouse.localhost%' as linked from control.mailbox`,
  );
  faults.push(...mails.filter((mail) => mail.evil).map((mail) => `mail: ${mail.subject}`));
  const linked = mails.filter((mail) => mail.linked).length;
  const spread = [...mailers].map(([name, count]) => `${name} ${count}`);
  const asked = [...times.values()];
  claim({
    name: 'forged hosts, answers and mails',
    figure: [
      `${asked.reduce((sum, one) => sum + one)} requests to ${operations} operations, ${linked} mails with links (${spread.join(', ')})`,
      ...faults,
    ].join('\n  '),
    bound:
      'never echoed; each forgery at a third of the operations at least; every operation that mails did so under at least 4',
    ok:
      faults.length === 0 &&
      linked > 30 &&
      times.size === forgeries('').length &&
      asked.every((one) => one >= Math.floor(operations / share)) &&
      [...producers, ...mailers.keys()].every((one) => (mailers.get(one) ?? 0) >= 4),
  });
}

/** At small size an operation that does not mail meets every third forgery, the next one others. */
const share = 3;

/** All forgeries, those first which an operation meets in any case. */
const turnsOf = (number: number): number[] =>
  forgeries('')
    .map((_, at) => at)
    .toSorted((one, other) => first(one, number) - first(other, number));

const first = (at: number, number: number) => (at % share === number % share ? 0 : 1);

interface Asking {
  setting: Setting;
  /** Whether something was written since the tenants were last whole. */
  isUsed: boolean;
  /** Whether the last request was answered as one of its own. */
  worked: boolean;
  /** Whether a request that found something used up is worth whole tenants. */
  wantsWhole: boolean;
}

async function refresh(asking: Asking) {
  await asking.setting.refresh();
  // What preparing them mails is no operation's.
  await runJobs(asking.setting.world);
  asking.isUsed = false;
}

/** Has everything sent that waits; answers how many mails that were. */
async function mailsSent(setting: Setting): Promise<number> {
  const before = await countMails(setting);
  await runJobs(setting.world);
  return (await countMails(setting)) - before;
}

async function countMails({ world }: Setting): Promise<number> {
  const [row] = await world.database.query<{ n: number }>(
    'select count(*)::int as n from control.mailbox',
  );
  return row?.n ?? 0;
}

/** Answers and headers as one text; asked again with a whole tenant where an earlier request used it up. */
async function askForged(subject: Subject, asking: Asking, at: number): Promise<string> {
  const { setting } = asking;
  const visitor = placeOf(subject) === 'tenant' ? setting.b.admin : ownVisitor(subject, setting);
  const samples = { ...setting.b, ids: { ...setting.b.ids, staffEmail: setting.staffEmail } };
  const response = await handleRest(
    forged(requestOf(subject, sampleOf(subject, samples), visitor), visitor, at),
    `10.7.${at}.${Math.floor(Math.random() * 250)}`,
  );
  const text = [
    await response.text(),
    ...[...response.headers].map(([key, value]) => `${key}: ${value}`),
  ].join('\n');
  if (isUsedUp(response) && keepsHost(visitor, at) && asking.isUsed && asking.wantsWhole) {
    await refresh(asking);
    return `${text}\n${await askForged(subject, asking, at)}`;
  }
  asking.worked = response.ok;
  asking.isUsed ||= isWrite(subject.meta) && response.ok;
  return text;
}

const isUsedUp = ({ status }: Response) => [401, 404, 409, 412].includes(status);

const keepsHost = ({ host }: Visitor, at: number) => forgeries(host)[at]?.host === host;

function forged(request: Request, { host }: Visitor, at: number): Request {
  const headers = new Headers(request.headers);
  for (const [key, value] of Object.entries(forgeries(host)[at] ?? {})) headers.set(key, value);
  return new Request(request, { headers });
}

interface Tour extends Pick<ProofContext, 'claim' | 'size'> {
  setting: Setting;
}

/** Every route of the build, pages, redirects and sign-in endpoints alike. */
async function claimPages(web: RunningWeb, { setting, size, claim }: Tour) {
  const { tenant, admin } = setting.a;
  const who = [{}, { cookie: admin.cookie ?? '' }] as Headers[];
  const gets = pagesOf(setting.a).map(({ path }): Sent => ({ path, headers: {} }));
  const faults: string[] = [];
  let asked = 0;
  let redirects = 0;
  let paths = 0;
  for (const request of [...gets, ...(await signInPosts(web, setting))]) {
    const number = paths++;
    for (const [at, headers] of forgeries(tenant.host).entries()) {
      if (size === 'small' && at % share !== number % share) continue;
      for (const cookie of size === 'full' ? who : who.slice(turn(at), turn(at) + 1)) {
        const sent = { ...request, headers: { ...cookie, ...request.headers, ...headers } };
        const answer = await send(web.port, sent);
        asked += 1;
        if (answer.headers.location) redirects += 1;
        const text = `${answer.body}\n${JSON.stringify(answer.headers)}`;
        if (text.includes(evil))
          faults.push(`${sent.method ?? 'GET'} ${sent.path}, forgery ${at + 1}: ${answer.status}`);
      }
    }
  }
  claim({
    name: 'forged hosts, pages and redirects',
    figure: [`${asked} requests to ${gets.length} paths, ${redirects} redirects`, ...faults].join(
      '\n  ',
    ),
    bound: 'never echoed',
    ok: faults.length === 0 && redirects > 20,
  });
}

/** Whether a forgery is tried as nobody or as the admin, so that either meets a third of them. */
const turn = (at: number) => Math.floor(at / share) % 2;

/** Forms that ask next-auth to lead elsewhere afterwards, each with a token that it accepts. */
async function signInPosts({ port }: RunningWeb, { a }: Setting): Promise<Sent[]> {
  const { host } = a.tenant;
  const given = await send(port, { path: '/api/auth/csrf', headers: { host } });
  const { csrfToken } = JSON.parse(given.body) as { csrfToken: string };
  const cookie = [given.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0]);
  const headers = {
    cookie: cookie.join('; '),
    'content-type': 'application/x-www-form-urlencoded',
  };
  const body = String(new URLSearchParams({ csrfToken, callbackUrl: `https://${evil}/` }));
  return ['signin', 'signin/password', 'callback/password', 'signout'].map((action) => ({
    method: 'POST',
    path: `/api/auth/${action}`,
    headers,
    body,
  }));
}
