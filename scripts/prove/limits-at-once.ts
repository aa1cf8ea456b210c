import { useCluster } from '@/db/testing/cluster';
import { peopleProcedures } from '@/lib/access/people/procedures';
import { publishPlan, putOn } from '@/lib/billing/testing/plans';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { setFileStore } from '@/lib/files/file-store';
import { LocalFolder } from '@/lib/files/local-folder';
import { log } from '@/lib/log';
import { openStaff } from '@/lib/platform/testing/staff';
import { router } from '@/lib/router';
import { signUp } from '@/lib/tenancy/onboarding/procedures';
import type { ProofContext } from '../testing/proof';

export const name = 'limits-at-once';

const sizes = { small: 40, full: 200 };

interface Way {
  /** Puts the tenant where there is room for exactly one more. */
  fill(): Promise<unknown>;
  come(n: number): Promise<unknown>;
  /** How much there is. */
  count(): Promise<number>;
  /** What the others are told. */
  code: 'limit' | 'conflict';
}

/** As many at once as there may be, where there is room for one: one comes, whatever is limited. */
export async function run({ adminUrl, size, scratch, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  log.level = 'error';
  setFileStore(new LocalFolder(scratch));
  const world = await openWorld();
  const parallel = sizes[size];
  try {
    const asStaff = await openStaff(world);
    for (const [what, way] of Object.entries(await waysOf(world, asStaff))) {
      await way.fill();
      const before = await way.count();
      const all = Array.from({ length: parallel }, (_, n) => insist(() => way.come(n)));
      const tries = await Promise.allSettled(all);
      const came = tries.filter(({ status }) => status === 'fulfilled').length;
      const strays = tries.filter(
        (one) => one.status === 'rejected' && one.reason.code !== way.code,
      );
      const more = (await way.count()) - before;
      claim({
        name: `${parallel} at once with room for one more: ${what}`,
        figure: `${came} let in, ${more} more there, ${strays.length} told something else`,
        bound: '1, 1, 0',
        ok: came === 1 && more === 1 && strays.length === 0,
      });
    }
  } finally {
    await world.end();
  }
}

async function waysOf(world: World, asStaff: () => DoorCall): Promise<Record<string, Way>> {
  const { collections, fields, records, files, roles, domains, webhooks, tokens, plan } = router;
  const tenant = await world.tenant();
  const admin = await world.member(tenant, 'admin');
  const { id: collectionId } = await invoke(collections.create, { name: 'Things' }, admin.call());
  const text = { collectionId, name: 'Name', type: 'text' as const };
  const { key } = await invoke(fields.create, text, admin.call());
  const used = async (what: string) =>
    (await invoke(plan.get, {}, admin.call())).limits.find((one) => one.name === what)?.used ?? 0;
  /** Something that a plan limits, of which each takes so much. */
  const limited = (what: string, come: Way['come'], each = 1): Way => ({
    code: 'limit',
    fill: async () => {
      const limits = { [what]: { max: (await used(what)) + each, kind: 'hard' as const } };
      await putOn(asStaff, tenant.tenantId, await publishPlan(asStaff, { limits }));
    },
    come,
    count: async () => (await used(what)) / each,
  });
  const content = 'Name\nKim\n';
  const hook = { name: 'Ours', kinds: ['*'] };
  return {
    'seats of a plan': limited('members', () => world.member(tenant, 'basic')),
    records: limited('records', () =>
      invoke(records.create, { collectionId, data: { [key]: 'One' } }, admin.call()),
    ),
    'bytes of files': limited(
      'storage',
      () => invoke(files.upload, { file: new File([content], 'words.csv') }, admin.call()),
      content.length,
    ),
    'own roles': limited('roles', (n) =>
      invoke(roles.create, { name: `Role ${n}`, base: 'basic', permissions: [] }, admin.call()),
    ),
    'own domains': limited('domains', (n) =>
      invoke(domains.add, { host: `d${n}-${tenant.slug}.com` }, admin.call()),
    ),
    webhooks: limited('webhooks', (n) =>
      invoke(webhooks.create, { ...hook, url: `https://hooks.example/${n}` }, admin.call()),
    ),
    'API tokens': limited('tokens', (n) =>
      invoke(tokens.create, { name: `Token ${n}`, scopes: ['people.read'] }, admin.call()),
    ),
    'seats by staff’s word': await seatsByStaff(world, asStaff, { tenant: await world.tenant() }),
    'an address of a new workspace': slugs(world),
  };
}

async function seatsByStaff(
  world: World,
  asStaff: () => DoorCall,
  { tenant }: { tenant: TestTenant },
): Promise<Way> {
  const admin: TestMember = await world.member(tenant, 'admin');
  const taken = async () => (await invoke(peopleProcedures.seats, {}, admin.call())).taken;
  return {
    code: 'limit',
    fill: async () => {
      const said = { name: 'members', endsAt: null, reason: 'As agreed' } as const;
      const wish = { id: tenant.tenantId, ...said, max: (await taken()) + 1 };
      await invoke(router.platform.limits.override, wish, asStaff());
    },
    come: () => world.member(tenant, 'basic'),
    count: taken,
  };
}

function slugs(world: World): Way {
  const slug = 'harbour-choir';
  const owner = { name: 'Ida Berg', email: 'ida@choir.example', password: 'six wooden boats' };
  const draft = { name: 'Choir', slug, look: { color: '#1f5fae' }, owner, content: 'empty' };
  return {
    code: 'conflict',
    fill: async () => {},
    come: (n) => {
      const stranger = webCall('rest', new Headers({ host: 'rowhouse.localhost' }), `10.1.0.${n}`);
      return invoke(signUp, draft as never, stranger);
    },
    count: async () => {
      const text = 'select count(*)::int as n from control.tenants where slug = $1';
      const [row] = await world.database.query<{ n: number }>(text, [slug]);
      return row?.n ?? 0;
    },
  };
}

/** Asks again as somebody who is told to: not everybody gets a connection at once. */
async function insist<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if ((error as { code?: string }).code !== 'unavailable') throw error;
    }
  }
}
