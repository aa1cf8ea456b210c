import { useCluster } from '@/db/testing/cluster';
import { changed } from '@/lib/doors/matrix/digest';
import type { House } from '@/lib/doors/matrix/house';
import { openSetting, type Setting } from '@/lib/doors/matrix/setting';
import { subjectsOf } from '@/lib/doors/matrix/subject';
import { openWorld } from '@/lib/doors/testing';
import { router } from '@/lib/router';
import { sealJson } from '@/lib/tenancy/directory/signature';
import { type Page, pagesOf } from '../testing/pages';
import type { ProofContext } from '../testing/proof';
import { ensureBuild, type RunningWeb, send, startWeb, withoutMiddleware } from '../testing/web';

export const name = 'skipped-middleware';

/** With middleware that is skipped, or that believes whatever it is told, pages show nothing. */
export async function run({ adminUrl, secret, scratch, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  try {
    const setting = await openSetting(world, subjectsOf(router));
    await strip(setting);
    await ensureBuild();
    const bare = await withoutMiddleware();
    try {
      const options = { dataDir: scratch, distDir: bare.distDir };
      await claimPages({ setting, secret, claim, title: 'middleware taken out' }, () =>
        startWeb(world.database, options),
      );
    } finally {
      bare.remove();
    }
    await claimPages({ setting, secret, claim, title: 'middleware in place, forged headers' }, () =>
      startWeb(world.database, { dataDir: scratch }),
    );
  } finally {
    await world.end();
  }
}

/**
 * A's guest keeps a session and a membership but no role, by a plan neither, so nothing of the house is
 * for them.
 */
async function strip({ world, a }: Setting) {
  const guest = `(select m.id from control.memberships m join control.users u on u.id = m.user_id
    where u.email = 'guest-${a.tenant.slug}@example.com')`;
  await world.database.query(
    `select set_config('app.tenant', '${a.tenant.tenantId}', false);
     delete from control.membership_roles where membership_id in ${guest};
     delete from control.user_subscription_changes c using control.user_subscriptions s
       where c.subscription_id = s.id and s.membership_id in ${guest};
     delete from control.user_subscriptions where membership_id in ${guest}`,
  );
}

interface Look {
  setting: Setting;
  secret: string;
  claim: ProofContext['claim'];
  title: string;
}

async function claimPages(look: Look, start: () => Promise<RunningWeb>) {
  const { setting, secret, claim, title } = look;
  const { a } = setting;
  const before = await setting.digest(a);
  const web = await start();
  try {
    const pages = pagesOf(a);
    const others = await strangers(setting, secret);
    const { requests, seen } = await visit(web, { a, pages, visitors: others });
    const tables = changed(before, await setting.digest(a), true);
    const own = await visit(web, { a, pages, visitors: [['own admin', ownAdmin(a)]] });
    claim({
      name: `pages, ${title}`,
      figure: [
        `${pages.length} paths, ${requests} requests shown nothing but ${seen.length}; own admin was shown ${own.seen.length}`,
        ...seen,
        ...tables.map((table) => `${table} changed`),
      ].join('\n  '),
      bound: 'no byte of A for anybody else, no change; its own admin is shown some',
      ok: requests > 500 && seen.length === 0 && tables.length === 0 && own.seen.length >= 4,
    });
  } finally {
    await web.stop();
  }
}

interface Tour {
  a: House;
  pages: Page[];
  visitors: [string, Headers][];
}

/** Every page as every visitor, as a document and as the data of one. */
async function visit({ port }: RunningWeb, { a, pages, visitors }: Tour) {
  const seen: string[] = [];
  let requests = 0;
  for (const { route, path } of pages) {
    for (const [who, headers] of visitors) {
      for (const form of [{}, { rsc: '1' }] as Headers[]) {
        const answer = await send(port, { path, headers: { ...headers, ...form } });
        requests += 1;
        if (shows(answer.body, a)) seen.push(`${route}, ${who}: ${answer.status}`);
      }
    }
  }
  return { requests, seen };
}

const shows = (body: string, { canary }: House) => body.includes(canary);

type Headers = Record<string, string>;

/** Everybody who is not to see A, each with whatever might make a page believe them. */
async function strangers({ a, b, staff }: Setting, secret: string): Promise<[string, Headers][]> {
  const { tenantId, slug, host } = a.tenant;
  const facts = { id: tenantId, slug, name: slug, status: 'active', epoch: 1, brandVersion: 1 };
  const forged = {
    'x-rowhouse-tenant': await sealJson(secret, 'tenant', facts),
    'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware',
    'x-middleware-rewrite': '/',
    'x-middleware-next': '1',
    'x-middleware-override-headers': 'x-rowhouse-tenant,cookie',
    'x-middleware-request-cookie': a.guest.cookie ?? '',
    'x-nextjs-data': '1',
  };
  const asHost = { host, 'x-forwarded-host': host };
  return [
    ['anonymous', { ...forged, ...asHost }],
    ['session of another tenant', { ...forged, ...asHost, cookie: b.admin.cookie ?? '' }],
    ['member without a role', { ...forged, ...asHost, cookie: a.guest.cookie ?? '' }],
    ['staff session', { ...forged, ...asHost, cookie: staff.cookie ?? '' }],
    [
      'another tenant on its own host',
      { ...forged, host: b.tenant.host, cookie: b.admin.cookie ?? '' },
    ],
    [
      'another tenant, forwarded',
      { ...forged, host: b.tenant.host, 'x-forwarded-host': host, cookie: b.admin.cookie ?? '' },
    ],
    ['loopback', { ...forged, host: 'localhost', cookie: b.admin.cookie ?? '' }],
  ];
}

const ownAdmin = ({ tenant, admin }: House): Headers => ({
  host: tenant.host,
  'x-forwarded-host': tenant.host,
  cookie: admin.cookie ?? '',
});
