import { useCluster } from '@/db/testing/cluster';
import { requestOf } from '@/lib/doors/matrix/ask';
import type { House } from '@/lib/doors/matrix/house';
import { sampleOf } from '@/lib/doors/matrix/sample';
import { openSetting, type Setting } from '@/lib/doors/matrix/setting';
import { placeOf, subjectsOf } from '@/lib/doors/matrix/subject';
import { handleRest } from '@/lib/doors/rest';
import { isWrite } from '@/lib/doors/spec';
import { openWorld, type World } from '@/lib/doors/testing';
import { env } from '@/lib/env';
import { runJobs } from '@/lib/identity/testing';
import { ko } from '@/lib/language/ko';
import { mailKinds } from '@/lib/mail/kinds';
import { router } from '@/lib/router';
import { platformBrand } from '@/lib/tenancy/branding/presets';
import { pagesOf } from '../testing/pages';
import type { ProofContext } from '../testing/proof';
import { type Answered, type RunningWeb, send, startWeb } from '../testing/web';

export const name = 'white-label';

interface Claims extends Pick<ProofContext, 'claim'> {
  /** Of all tenants; the root domain stands in them, and a tenant that shares with another shows its. */
  hosts: string[];
}

/** The platform's name stands nowhere in what a white-label tenant shows, sends or answers. */
export async function run({ adminUrl, scratch, claim }: ProofContext) {
  // The one address of all senders belongs to whoever runs the platform.
  process.env.MAIL_FROM = 'Post <post@mails.example>';
  process.env.DOMAINS_TARGET = 'front.example';
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  try {
    const setting = await openSetting(world, subjectsOf(router));
    await runJobs(world);
    await label(world, true);
    const hosts = await hostsOf(world);
    await claimAnswers(setting, { claim, hosts });
    await claimMails(setting, { claim, hosts: await hostsOf(world) });
    claimWords({ claim });
    const web = await startWeb(world.database, { dataDir: scratch });
    try {
      await claimPages(web, setting, { claim, hosts });
      await claimPlanted(web, setting, { claim, hosts });
    } finally {
      await web.stop();
    }
  } finally {
    await world.end();
  }
}

const label = ({ database }: World, whiteLabel: boolean) =>
  database.query(
    `update control.brandings set tokens = tokens || $1::jsonb, brand = brand || $1::jsonb
     where state = 'published'`,
    [JSON.stringify({ whiteLabel })],
  );

const hostsOf = async ({ database }: World): Promise<string[]> =>
  (await database.query<{ slug: string }>('select slug from control.tenants')).map(
    ({ slug }) => `${slug}.${env().ROOT_DOMAIN}`,
  );

/** Where the name stands in a text, with what is around it; addresses of tenants may hold it. */
function named(text: string, hosts: string[]): string[] {
  const bare = hosts.reduce((rest, host) => rest.replaceAll(host, ''), text);
  return [...bare.matchAll(new RegExp(platformBrand.name, 'gi'))].map(({ index }) =>
    bare.slice(Math.max(0, index - 40), index + 40).replace(/\s+/g, ' '),
  );
}

interface Seen {
  looked: number;
  faults: string[];
}

function look(seen: Seen, what: string, text: string, hosts: string[]) {
  seen.looked += 1;
  const [first] = named(text, hosts);
  if (first) seen.faults.push(`${what}: …${first}…`);
}

const shown = (status: number, headers: object, body: string) =>
  `${status} ${JSON.stringify(headers)}\n${body}`;

const figureOf = ({ looked, faults }: Seen, more: string) =>
  [`${looked} ${more}, ${faults.length} with the name`, ...faults.slice(0, 40)].join('\n  ');

/** Each operation over REST as the tenant's admin, readers first. */
async function claimAnswers({ subjects, a }: Setting, { claim, hosts }: Claims) {
  const seen: Seen = { looked: 0, faults: [] };
  const own = subjects.filter((one) => placeOf(one) === 'tenant' && one.meta.path !== null);
  let worked = 0;
  for (const subject of own.toSorted((x, y) => Number(isWrite(x.meta)) - Number(isWrite(y.meta)))) {
    const request = requestOf(subject, sampleOf(subject, a), a.admin);
    const answer = await handleRest(request, `10.8.0.${1 + (seen.looked % 250)}`);
    if (answer.ok) worked += 1;
    const headers = Object.fromEntries(answer.headers);
    look(seen, subject.meta.name, shown(answer.status, headers, await answer.text()), hosts);
  }
  claim({
    name: 'answers of operations',
    figure: figureOf(seen, `operations, ${worked} of which did their work`),
    bound: 'the name nowhere; a third does its work',
    ok: seen.faults.length === 0 && worked > own.length / 3,
  });
}

async function claimMails({ world }: Setting, { claim, hosts }: Claims) {
  await runJobs(world);
  const seen: Seen = { looked: 0, faults: [] };
  const mails = await world.database.query<Record<string, string>>(
    'select sender, subject, text, html from control.mailbox',
  );
  for (const mail of mails) {
    look(seen, `mail ${mail.subject}`, Object.values(mail).join('\n'), hosts);
  }
  const kinds = await world.database.query<{ kind: string }>(
    `select distinct kind from control.mails where state = 'sent'`,
  );
  claim({
    name: 'mails',
    figure: figureOf(seen, `mails of ${kinds.length} of ${mailKinds.length} kinds`),
    bound: 'the name nowhere',
    ok: seen.faults.length === 0 && seen.looked >= 5 && kinds.length >= 4,
  });
}

/** Areas whose words a tenant's pages and mails take, in both languages; letters of every kind among them. */
const platformAreas = new Set(['site', 'start', 'console', 'opening']);

function claimWords({ claim }: Pick<Claims, 'claim'>) {
  const words = Object.entries(ko)
    .filter(([area]) => !platformAreas.has(area))
    .flatMap(([area, messages]) =>
      Object.entries(messages).map(([en, korean]) => ({ area, text: `${en} ${korean}` })),
    );
  const faults = words.filter(({ text }) => new RegExp(platformBrand.name, 'i').test(text));
  claim({
    name: 'words of pages, mails and refusals',
    figure: `${words.length} messages in two languages, ${faults.length} with the name`,
    bound: 'the name nowhere',
    ok: faults.length === 0 && words.length > 1_000,
  });
}

/** Every route of the build as nobody and as the admin, in both languages, with what it loads. */
async function claimPages(web: RunningWeb, { a, world }: Setting, { claim, hosts }: Claims) {
  const seen: Seen = { looked: 0, faults: [] };
  const assets = new Set<string>();
  const { host } = a.tenant;
  const visit = async (what: string, path: string, headers: Record<string, string>) => {
    const answer = await send(web.port, { path, headers: { host, ...headers } });
    look(seen, what, textOf(answer), hosts);
    for (const [found] of answer.body.matchAll(/\/_next\/static\/[\w./~%()[\]-]+\.(?:js|css)/g))
      assets.add(found);
    return answer;
  };
  const paths = pagesOf(a).filter(({ path }) => !/^\/(t|site|console)(\/|$)/.test(path));
  const besides = ['/api/v1', '/api/v1/openapi.json', '/manifest.webmanifest', '/robots.txt'];
  const all = [...new Set([...paths.map(({ path }) => path), ...besides, '/%00', '/favicon.ico'])];
  const visitors: Record<string, string>[] = [{}, { cookie: a.admin.cookie ?? '' }];
  let pages = 0;
  for (const path of all) {
    for (const visitor of visitors) {
      for (const language of ['en', 'ko']) {
        const headers = { ...visitor, 'accept-language': language, accept: 'text/html' };
        const { status } = await visit(`${path}, ${language}`, path, headers);
        if (status === 200) pages += 1;
        await visit(`parts of ${path}`, path, { ...headers, rsc: '1' });
      }
    }
  }
  for (const status of ['suspended', 'closing']) {
    await setStatus(world, a, status);
    await visit(status, '/', { accept: 'text/html' });
  }
  await setStatus(world, a, 'active');
  claim({
    name: 'pages, error pages and headers',
    figure: figureOf(seen, `answers to ${all.length} paths, ${pages} of them shown`),
    bound: 'the name nowhere',
    ok: seen.faults.length === 0 && pages > 80,
  });
  await claimAssets(web, { a, assets }, { claim, hosts });
}

async function claimAssets(
  web: RunningWeb,
  { a, assets }: { a: House; assets: Set<string> },
  { claim, hosts }: Claims,
) {
  const seen: Seen = { looked: 0, faults: [] };
  for (const path of assets) {
    look(
      seen,
      path,
      textOf(await send(web.port, { path, headers: { host: a.tenant.host } })),
      hosts,
    );
  }
  claim({
    name: 'scripts and style sheets that pages load',
    figure: figureOf(seen, 'files'),
    bound: 'the name nowhere',
    ok: seen.faults.length === 0 && seen.looked > 10,
  });
}

const setStatus = async ({ database }: World, { tenant }: House, status: string) => {
  await database.query('update control.tenants set status = $2 where id = $1', [
    tenant.tenantId,
    status,
  ]);
  // The directory reads changes anew within this.
  await new Promise((done) => setTimeout(done, 2_500));
};

const textOf = ({ status, headers, body }: Answered) => shown(status, headers, body);

/** The same look finds the name on the page of a tenant that is not white-label. */
async function claimPlanted(web: RunningWeb, { a, world }: Setting, { claim, hosts }: Claims) {
  await label(world, false);
  await world.database.query('update control.brandings set version = version + 1000');
  await setStatus(world, a, 'active');
  const headers = { host: a.tenant.host, accept: 'text/html' };
  const found = named(textOf(await send(web.port, { path: '/sign-in', headers })), hosts);
  claim({
    name: 'a planted name',
    figure: found[0] ? `seen: …${found[0]}…` : 'not seen',
    bound: 'seen',
    ok: found.length > 0,
  });
}
