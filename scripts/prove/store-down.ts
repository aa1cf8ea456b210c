import { useCluster } from '@/db/testing/cluster';
import { requestOf } from '@/lib/doors/matrix/ask';
import { changed } from '@/lib/doors/matrix/digest';
import { sampleOf } from '@/lib/doors/matrix/sample';
import { openSetting, type Setting } from '@/lib/doors/matrix/setting';
import { placeOf, type Subject, subjectsOf } from '@/lib/doors/matrix/subject';
import { ownVisitor } from '@/lib/doors/matrix/zone-cases';
import { handleRest } from '@/lib/doors/rest';
import { openWorld } from '@/lib/doors/testing';
import { log } from '@/lib/log';
import { router } from '@/lib/router';
import { pagesOf } from '../testing/pages';
import type { ProofContext } from '../testing/proof';
import { type RunningWeb, send, startWeb } from '../testing/web';

export const name = 'store-down';

/** Who cannot be asked who somebody is lets nobody in. */
export async function run({ adminUrl, scratch, claim }: ProofContext) {
  log.level = 'silent';
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  try {
    const setting = await openSetting(world, subjectsOf(router));
    await claimOperations(setting, claim);
    const web = await startWeb(world.database, { dataDir: scratch });
    try {
      await claimPages(web, setting, claim);
    } finally {
      await web.stop();
    }
  } finally {
    await world.end();
  }
}

const outages = [
  {
    title: 'sessions cannot be looked up',
    begin: `revoke execute on function control.request_facts(text, text, text, text),
      control.staff_facts(text, text) from rowhouse_app, rowhouse_platform`,
    end: `grant execute on function control.request_facts(text, text, text, text) to rowhouse_app;
      grant execute on function control.staff_facts(text, text) to rowhouse_app, rowhouse_platform`,
  },
  {
    title: 'the database is gone',
    begin: `alter role rowhouse_web nologin; alter role rowhouse_platform nologin;
      select pg_terminate_backend(pid) from pg_stat_activity
      where usename in ('rowhouse_web', 'rowhouse_platform')`,
    end: 'alter role rowhouse_web login; alter role rowhouse_platform login',
  },
];

type Ask = (setting: Setting) => Promise<{ asked: number; answered: string[] }>;

/** Asks before, during and after each outage; only before and after may anything be answered. */
async function through(setting: Setting, ask: Ask, claim: (about: About) => void) {
  const { database } = setting.world;
  for (const { title, begin, end } of outages) {
    const ready = await ask(setting);
    await setting.refresh();
    const before = await setting.digest(setting.a);
    await database.query(begin);
    const { asked, answered } = await ask(setting).finally(() => database.query(end));
    const tables = changed(before, await setting.digest(setting.a));
    await revived(setting, ask);
    claim({ title, asked, answered, tables, ready: ready.answered.length });
  }
}

interface About {
  title: string;
  asked: number;
  answered: string[];
  tables: string[];
  ready: number;
}

/** Waits until as much is answered as a sound store allows; throws when it does not come back. */
async function revived(setting: Setting, ask: Ask) {
  for (let left = 20; left > 0; left -= 1) {
    await setting.refresh();
    if ((await ask(setting)).answered.length > 3) return await setting.refresh();
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error('Nothing is answered although the store is back.');
}

const claimOperations = (setting: Setting, claim: ProofContext['claim']) =>
  through(setting, askOperations, ({ title, asked, answered, tables, ready }) =>
    claim({
      name: `operations while ${title}`,
      figure: [
        `${asked} asked by those who may, ${answered.length} answered (${ready} when sound)`,
        ...answered,
        ...tables.map((table) => `${table} changed`),
      ].join('\n  '),
      bound: 'none answered, nothing changed',
      ok: answered.length === 0 && tables.length === 0 && ready > asked / 2,
    }),
  );

async function askOperations(setting: Setting) {
  const answered: string[] = [];
  const subjects = setting.subjects.filter(
    (one) => one.meta.path !== null && placeOf(one) !== 'site',
  );
  for (const [at, subject] of subjects.entries()) {
    const response = await handleRest(requestFor(subject, setting), `10.8.0.${at}`);
    const body = await response.text();
    if (response.status < 500 || body.includes(setting.a.canary))
      answered.push(`${subject.meta.name}: ${response.status} ${body.slice(0, 200)}`);
  }
  return { asked: subjects.length, answered };
}

function requestFor(subject: Subject, setting: Setting): Request {
  const { a, staffEmail } = setting;
  const samples = { ...a, ids: { ...a.ids, staffEmail } };
  const visitor = placeOf(subject) === 'tenant' ? a.admin : ownVisitor(subject, setting);
  return requestOf(subject, sampleOf(subject, samples), visitor);
}

const claimPages = (web: RunningWeb, setting: Setting, claim: ProofContext['claim']) =>
  through(setting, askPages(web), ({ title, asked, answered, ready }) =>
    claim({
      name: `pages while ${title}`,
      figure: [
        `${asked} asked by an admin, ${answered.length} shown (${ready} when sound)`,
        ...answered,
      ].join('\n  '),
      bound: 'none shown',
      ok: answered.length === 0 && ready >= 4,
    }),
  );

const askPages =
  ({ port }: RunningWeb): Ask =>
  async ({ a }) => {
    const headers = { host: a.tenant.host, cookie: a.admin.cookie ?? '' };
    const answered: string[] = [];
    const paths = pagesOf(a).map(({ path }) => path);
    for (const path of paths) {
      const { status, body } = await send(port, { path, headers });
      if (body.includes(a.canary)) answered.push(`${path}: ${status}`);
    }
    return { asked: paths.length, answered };
  };
