import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testTier } from '@/db/testing/tier';
import { router } from '../../router';
import { openWorld, type World } from '../testing';
import { leansOnRowSecurity, plantedHoles } from './holes';
import { runMatrix } from './matrix';
import { overrides } from './overrides';
import { subjectsOf } from './subject';
import { showsAll } from './zone-cases';

const makers = subjectsOf(router);
let world: World;

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'rowhouse-matrix-'));
  vi.stubEnv('DATA_DIR', dataDir);
  world = await openWorld();
});
afterAll(async () => {
  await world.end();
  await rm(dataDir, { recursive: true, force: true });
});

const problems = async (subject: Parameters<typeof runMatrix>[1][number]) =>
  (await runMatrix(world, [subject], makers)).findings.map((one) => `${one.case}: ${one.problem}`);

describe('the matrix notices an operation that', () => {
  const expected: Record<string, RegExp> = {
    'reads as superuser': /foreign collectionId: (is told apart|shows canary)/,
    'is open to anybody': /anonymous: shows canary/,
    'tells a foreign id from an absent one': /foreign collectionId: is told apart: 403/,
    'names a foreign row in its error': /foreign collectionId: shows canary/,
    'differs in the fields of its error': /foreign collectionId: is told apart: 422/,
    'takes the tenant from its input': /foreign tenantId: shows canary/,
    'takes keys that nobody declared': /planted at the top: 200/,
    'writes to a foreign row': /foreign ids: changed .*collections/,
  };

  it.each(Object.entries(expected))('%s', async (hole, problem) => {
    const subject = plantedHoles(world)[hole];
    expect(subject).toBeDefined();
    if (subject) expect((await problems(subject)).join('\n')).toMatch(problem);
  });
});

describe('an operation that leans on row security alone', () => {
  it('keeps its wall while the policies stand', async () => {
    expect(await problems(leansOnRowSecurity)).toEqual([]);
  });

  it.each<[string, (role: string) => string]>([
    ['a policy is opened', () => 'create policy wide on collections to public using (true)'],
    ['row security is off', () => 'alter table collections disable row level security'],
    [
      'FORCE is off and the tables have changed hands',
      (role) => `alter table collections no force row level security;
       alter table collections owner to ${role}`,
    ],
  ])(
    'is reported once %s, unless it has walls of its own',
    async (_, damage) => {
      const damaged = damagedBy(damage, await openWorld());
      try {
        const { findings } = await runMatrix(damaged, [leansOnRowSecurity], makers);
        const told = findings.map((one) => one.problem).join('\n');
        if (testTier() === 'pooled') expect(told).toMatch(/shows canary/);
        else expect(told).toBe('');
      } finally {
        await damaged.end();
        await world.end();
        world = await openWorld();
      }
    },
    180_000,
  );
});

/** The same world, with the tables of every tenant damaged, for the role that serves it, once it is minted. */
const damagedBy = (damage: (role: string) => string, world: World): World => ({
  ...world,
  tenant: async (options) => {
    const tenant = await world.tenant(options);
    const role = tenant.home?.roleName ?? 'rowhouse_app';
    await world.rowsOf(tenant, damage(role)).catch((error: Error) => {
      if (!error.message.includes('already exists')) throw error;
    });
    return tenant;
  },
});

it('has no hand-made value for an operation or a field that is gone', () => {
  const subjects = new Map(makers.map((subject) => [subject.meta.name, subject]));
  const samples = { ids: {}, canary: 'canary' };
  const stale = Object.entries(overrides).flatMap(([name, fields]) => {
    const known = Object.keys(subjects.get(name)?.schema.properties ?? {});
    const extra = Object.keys(fields(samples)).filter((field) => !known.includes(field));
    return [...(subjects.has(name) ? [] : [name]), ...extra.map((field) => `${name}.${field}`)];
  });
  expect(stale).toEqual([]);
  expect([...showsAll].filter((name) => !subjects.has(name))).toEqual([]);
});
