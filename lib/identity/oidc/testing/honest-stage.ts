import { afterAll, beforeAll, beforeEach } from 'vitest';
import { peopleProcedures } from '@/lib/access/people/procedures';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { newToken } from '../../secrets';
import { type HonestProvider, type Known, startProvider, visit } from './honest-provider';
import { begin, come } from './stage';

const run = newToken()
  .toLowerCase()
  .replace(/[^a-z0-9]/g, '')
  .slice(0, 8);
const slugs = Array.from({ length: 60 }, (_, at) => `sso-${run}-${at}`);

/** A world with a real provider, and before each test a tenant with an admin. Registers its hooks. */
export function honestStage() {
  const stage = {} as {
    world: World;
    provider: HonestProvider;
    a: TestTenant;
    admin: TestMember;
  };
  let turn = 0;
  beforeAll(async () => {
    stage.world = await openWorld();
    stage.provider = await startProvider(
      slugs.map((slug) => `http://${slug}.rowhouse.localhost:3000/sign-in/sso/return`),
    );
  });
  afterAll(async () => {
    await stage.provider.end();
    await stage.world.end();
  });
  /** A tenant whose redirect address the provider knows. */
  const mint = (options: { poolId?: string } = {}) => {
    turn += 1;
    return stage.world.tenant({ ...options, slug: slugs[turn - 1] ?? '' });
  };
  beforeEach(async () => {
    stage.a = await mint();
    stage.admin = await stage.world.member(stage.a, 'admin');
  });
  const who = (name: string) => `${name}-${stage.a.slug}@example.com`;
  return {
    stage,
    mint,
    /** The address of somebody in this test. */
    who,
    know: (name: string, more: Known = {}) =>
      stage.provider.people.set(name, {
        ...{ email: who(name), name: `${name} of the provider` },
        ...more,
      }),
    enter: async (name: string, tenant = stage.a) => {
      const { url, browser } = await begin(tenant);
      return { browser, arrival: await come(tenant, await visit(url, name), browser) };
    },
    joining: () => ({ issuer: stage.provider.issuer, defaultRoleId: stage.a.roleIds.basic }),
    rolesOf: async (email: string) => {
      const { people } = await invoke(peopleProcedures.list, { q: email }, stage.admin.call());
      return people[0]?.roles.map(({ key }) => key) ?? null;
    },
  };
}
