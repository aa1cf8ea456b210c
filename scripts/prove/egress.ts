import dns from 'node:dns';
import dnsPromises from 'node:dns/promises';
import { request } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { useCluster } from '@/db/testing/cluster';
import { type Callable, invoke } from '@/lib/doors/callable';
import { proceduresByName } from '@/lib/doors/job';
import { type JsonSchema, subjectsOf } from '@/lib/doors/matrix/subject';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { guardedFetch } from '@/lib/egress/guarded-fetch';
import { runJobs } from '@/lib/identity/testing';
import { log } from '@/lib/log';
import { router } from '@/lib/router';
import { webhookProcedures } from '@/lib/webhooks/procedures';
import { hostileNames, hostileUrls } from '../testing/hostile-urls';
import { type Listeners, startListeners } from '../testing/listeners';
import type { ProofContext } from '../testing/proof';

export const name = 'egress';

const { create, change, sendTest, remove } = webhookProcedures.webhooks;

/** Fields that take an address and from which nothing is ever fetched, and why. */
const onlyShown: Record<string, string> = {
  'branding.save.tokens.legal.terms': 'a link on pages',
  'branding.save.tokens.legal.privacy': 'a link on pages',
  'branding.save.tokens.legal.imprint': 'a link on pages',
  'poolClaim.get.link': 'the end of a mailed link',
  'poolClaim.withLink.link': 'the end of a mailed link',
  'forms.save.redirectUrl': 'a link that a guest follows',
  'forms.submit.website': 'a trap for robots',
  'mailBounces.lift.address': 'the address of a person, looked up in the log',
  'platform.plans.save.terms': 'what a plan says: no address',
  'userPlans.save.terms': 'what a plan says: no address',
  'grants.create.address': 'the address of another workspace, looked up in the directory',
};

const urlLike =
  /^(url|uri|issuer|website|webhook|endpoint|callback|href|link|terms|privacy|imprint|redirectUrl|address)$/i;

interface Stage {
  world: World;
  tenant: TestTenant;
  admin: TestMember;
}

const idle = { name: 'Hostile', kinds: ['*'] };

/** A webhook that was let through is sent something. */
async function viaWebhook(stage: Stage, make: () => Promise<{ id: string }>) {
  const { id } = await make();
  await invoke(sendTest, { id }, stage.admin.call()).catch(() => undefined);
  await runJobs(stage.world);
  await invoke(remove, { id }, stage.admin.call());
}

const provider = (url: string) => ({
  ...{ issuer: url, clientId: 'x', clientSecret: 'x', label: 'x', enabled: true, joins: false },
  ...{ groupClaim: 'groups', groupRoles: [], defaultRoleId: null, secondFactor: 'ask' },
});

const call = (operation: string, { admin }: Stage, input: unknown) =>
  invoke(proceduresByName.get(operation) as Callable<never, never>, input as never, admin.call());

/** What tries an address at each field from which something is fetched. */
const fetching: Record<string, (stage: Stage, url: string) => Promise<unknown>> = {
  'webhooks.create.url': (stage, url) =>
    viaWebhook(stage, () => invoke(create, { ...idle, url }, stage.admin.call())),
  'webhooks.change.url': (stage, url) =>
    viaWebhook(stage, async () => {
      const draft = { ...idle, url: 'https://93.184.216.34/' };
      const { id } = await invoke(create, draft, stage.admin.call());
      await invoke(change, { id, ...idle, url }, stage.admin.call()).catch(() => undefined);
      // What it was sent to begin with is out of reach here.
      await stage.world.database.query(
        `update control.webhook_endpoints set state = 'off' where id = $1 and url like '%93.184.216.34%'`,
        [id],
      );
      return { id };
    }),
  'identityProvider.change.issuer': (stage, url) =>
    call('identityProvider.change', stage, provider(url)),
  'identityProvider.test.issuer': (stage, url) =>
    call('identityProvider.test', stage, { issuer: url }),
};

/** No field that takes an address makes a connection inside, however the address is written. */
export async function run({ adminUrl, size, claim }: ProofContext) {
  // As where it is served from: loopback is allowed on a developer's own machine alone.
  process.env.EGRESS_NETWORKS = '';
  process.env.WEBHOOK_NETWORKS = '';
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  log.level = 'silent';
  const world = await openWorld();
  const listeners = await startListeners();
  const names = answerNames();
  try {
    claimFields(claim);
    await claimHostile(world, { listeners, size, claim });
    await claimAllowed(listeners, claim);
    await claimRebinding(names, listeners, claim);
  } finally {
    names.end();
    await listeners.end();
    await world.end();
  }
}

type Claim = ProofContext['claim'];

/** Every text field of an input that a tenant's people fill and that is called like an address. */
function fieldsOf(schema: JsonSchema, path: string): string[] {
  const inner = [schema.items, ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, property]) => [
      ...(urlLike.test(key) || property.format === 'uri' ? [`${path}.${key}`] : []),
      ...fieldsOf(property, `${path}.${key}`),
    ]),
    ...inner.flatMap((one) => (one ? fieldsOf(one, path) : [])),
  ];
}

function claimFields(claim: Claim) {
  const found = new Set(
    subjectsOf(router)
      .filter(({ meta }) => meta.permission !== 'job')
      .flatMap(({ meta, schema }) => fieldsOf(schema, meta.name)),
  );
  const known = new Set([...Object.keys(fetching), ...Object.keys(onlyShown)]);
  const unknown = [...found].filter((one) => !known.has(one));
  const stale = [...known].filter((one) => !found.has(one)).map((one) => `${one} is none`);
  claim({
    name: `fields that take an address, of ${found.size}`,
    figure:
      [...unknown, ...stale].join(', ') ||
      `${Object.keys(fetching).length} tried, the others only shown`,
    bound: 'each is tried, or named as one from which nothing is fetched',
    ok: unknown.length + stale.length === 0,
  });
}

interface Hostile {
  listeners: Listeners;
  size: ProofContext['size'];
  claim: Claim;
}

async function claimHostile(world: World, { listeners, size, claim }: Hostile) {
  const urls = hostileUrls(listeners.ports);
  const wanted = size === 'full' ? urls : urls.filter((_, at) => at % 4 === 0);
  const faults: string[] = [];
  let tried = 0;
  for (const [field, tries] of Object.entries(fetching)) {
    let stage: Stage | undefined;
    for (const [at, url] of wanted.entries()) {
      // A person may try so often a minute.
      if (!stage || at % 40 === 0) {
        const tenant = await world.tenant();
        stage = { world, tenant, admin: await world.member(tenant, 'admin') };
      }
      const before = listeners.knocks();
      await tries(stage, url).catch(() => undefined);
      tried += 1;
      if (listeners.knocks() > before) faults.push(`${field} ${url}`);
    }
  }
  claim({
    name: `connections inside, of ${tried} tries at ${Object.keys(fetching).length} fields`,
    figure: faults.slice(0, 20).join('\n  ') || 0,
    bound: 'none',
    ok: faults.length === 0 && tried > 0,
  });
}

async function claimAllowed({ ports, knocks }: Listeners, claim: Claim) {
  const before = knocks();
  const url = `http://127.0.0.1:${ports[0]}/`;
  await guardedFetch(url, {}, []).catch(() => undefined);
  const refused = knocks() - before;
  await guardedFetch(url, {}, ['127.0.0.0/8']).catch(() => undefined);
  claim({
    name: 'loopback',
    figure: `${refused} connections, ${knocks() - before - refused} where the operator allows it`,
    bound: '0, 1 where it is allowed',
    ok: refused === 0 && knocks() - before === 1,
  });
}

/** A name that is public when it is looked at and loopback right after. */
async function claimRebinding(names: Names, { ports, knocks }: Listeners, claim: Claim) {
  const port = ports.find((one) => one === 8443) ?? 8443;
  const rebound = 'rebinding.attacker.example';
  const before = knocks();
  names.rebind(rebound);
  const signal = AbortSignal.timeout(1_500);
  await guardedFetch(`https://${rebound}:${port}/`, { signal }, []).catch(() => undefined);
  const pinned = knocks() - before;
  names.rebind(rebound);
  await unpinned(`http://${rebound}:${ports[0]}/`);
  const planted = knocks() - before - pinned;
  claim({
    name: 'a name that changes between look and connection',
    figure: `${pinned} connections inside; ${planted} by a helper that looks and then asks by name`,
    bound: '0; the planted one is seen',
    ok: pinned === 0 && planted > 0,
  });
}

/** What the product must not do: judge one answer and connect to another. */
async function unpinned(url: string): Promise<void> {
  const { hostname } = new URL(url);
  const [found] = await dnsPromises.lookup(hostname, { all: true });
  if (found?.address.startsWith('127.')) return;
  await new Promise<void>((done) => {
    const sent = request(url, () => done());
    sent.on('error', () => done());
    sent.end();
  });
}

interface Names {
  /** Has a name be public at its next look, and loopback from then on. */
  rebind(host: string): void;
  end(): void;
}

/** Answers look-ups of this process as whoever has a domain could. */
function answerNames(): Names {
  const original = { lookup: dns.lookup, promised: dnsPromises.lookup };
  const fresh = new Set<string>();
  const answer = (host: string): string[] => {
    if (host === 'rebinding.attacker.example') {
      return fresh.delete(host) ? ['93.184.216.34'] : ['127.0.0.1'];
    }
    return hostileNames[host.toLowerCase()] ?? [];
  };
  const listed = (host: string) =>
    answer(host).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const none = (host: string) => Object.assign(new Error(`no ${host}`), { code: 'ENOTFOUND' });
  const known = (host: string) => /\.example$|localhost\.?$|^127\.0\.0\.1\.$/i.test(host);
  const promised = async (host: string, options: never) => {
    if (!known(host)) return await original.promised(host, options);
    const found = listed(host);
    if (found.length === 0) throw none(host);
    return (options as { all?: boolean } | undefined)?.all ? found : found[0];
  };
  const lookup = (host: string, options: never, done: (...answer: unknown[]) => void) => {
    if (!known(host)) return original.lookup(host, options, done as never);
    const [first] = listed(host);
    if (!first) return done(none(host));
    if ((options as { all?: boolean }).all) return done(null, listed(host));
    return done(null, first.address, first.family);
  };
  Object.assign(dnsPromises, { lookup: promised });
  Object.assign(dns, { lookup });
  syncBuiltinESMExports();
  return {
    rebind: (host) => fresh.add(host),
    end: () => {
      Object.assign(dns, { lookup: original.lookup });
      Object.assign(dnsPromises, { lookup: original.promised });
      syncBuiltinESMExports();
    },
  };
}
