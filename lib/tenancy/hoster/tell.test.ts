import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { askForNames } from '@/db/hosts/hoster';
import { invoke } from '@/lib/doors/callable';
import { domainProcedures } from '../domains/procedures';
import { liveDomain } from '../domains/testing/host-stage';
import { type Hoster, HosterFault, nothingSaid } from './hoster';
import { type HosterStage, openHosterStage } from './testing/stage';

const { check, remove } = domainProcedures;

let stage: HosterStage;
beforeAll(async () => {
  vi.stubEnv('HOSTER', 'vercel');
  stage = await openHosterStage();
});
afterAll(() => stage.end());
beforeEach(async () => {
  await stage.world.database.query('delete from control.hoster_names');
  await stage.begin();
});

const live = () => liveDomain(stage.names, stage.admin, stage.host);

const silent = async () => {
  throw new HosterFault('no_answer');
};

/** Says of each host that it is ready, unless told to say otherwise. */
function heedful(more: Partial<Hoster> = {}) {
  const asked: string[] = [];
  const hoster: Hoster = {
    id: 'vercel',
    take: async (host) => {
      asked.push(host);
      return await (more.take?.(host) ?? { state: 'ready', reason: null, said: nothingSaid });
    },
    release: async (host) => {
      asked.push(`-${host}`);
      await more.release?.(host);
    },
  };
  return { asked, hoster };
}

/** Gives the tenant of this test so many hosts. */
const many = (count: number) =>
  stage.world.database.query(
    `insert into control.hosts (host, tenant_id, serves, proven_at)
     select n || '.many.' || $1, $2, true, now() from generate_series(1, $3::integer) n`,
    [stage.host, stage.tenantId, count],
  );

describe('of names that are due', () => {
  it('a tenant has no more than its share asked for, and others come before the rest', async () => {
    await many(40);
    await stage.world.database.query(
      `update control.hoster_names set next_at = now() - interval '1 second'`,
    );
    const first = heedful();
    await stage.tell(first.hoster);
    expect(first.asked.length).toBeGreaterThanOrEqual(20);
    expect(first.asked.length).toBeLessThan(30);
    await stage.world.database.query(
      `update control.hoster_turns set until = until - interval '5 minutes'`,
    );
    stage.admin = await stage.world.member(await stage.world.tenant(), 'admin');
    stage.host = `quiet.${stage.host}`;
    await live();
    const second = heedful();
    await stage.tell(second.hoster);
    expect(second.asked.indexOf(stage.host)).toBeLessThan(4);
    expect(second.asked.indexOf(stage.host)).toBeGreaterThanOrEqual(0);
    expect(second.asked.length).toBeLessThan(15);
  });

  it('one that it never heard of is not given back', async () => {
    const { id } = await live();
    await invoke(remove, { id }, stage.admin.call());
    expect(await stage.rows()).toEqual([]);
  });

  it('one that is proven again and again is asked for once', async () => {
    const { id } = await live();
    const { asked, hoster } = heedful();
    for (const _ of [1, 2, 3]) {
      await stage.tell(hoster);
      await invoke(check, { id }, stage.admin.call());
    }
    expect(asked).toEqual([stage.host]);
    await stage.later();
    await stage.tell(hoster);
    expect(asked).toHaveLength(2);
  });

  it('one whose proof was seen as each day goes on waiting as it did, until somebody checks', async () => {
    const { id } = await live();
    const waits = { state: 'waiting', reason: null, said: nothingSaid } as const;
    await stage.tell(heedful({ take: async () => waits }).hoster);
    await stage.world.database.query(
      `update control.hosts set proven_at = proven_at - interval '21 hours' where host = $1`,
      [stage.host],
    );
    await stage.world.database.query('update control.hoster_names set tries = 9');
    await invoke(check, { id }, stage.admin.call());
    expect(await stage.rows()).toMatchObject([{ tries: 9 }]);
    await invoke(check, { id }, stage.admin.call());
    expect(await stage.rows()).toMatchObject([{ tries: 0 }]);
  });

  it('one at a time is tried once it is not heard', async () => {
    await many(19);
    const { asked, hoster } = heedful({ take: silent });
    await stage.tell(hoster);
    expect(asked).toHaveLength(8);
    await stage.world.database.query(`update control.hoster_turns set until = now()`);
    await stage.tell(hoster);
    expect(asked).toHaveLength(9);
    await stage.world.database.query(`update control.hoster_turns set until = now()`);
    const back = heedful();
    await stage.tell(back.hoster);
    expect(back.asked).toHaveLength(10);
  });

  it('one that fails in a way nobody knows of does not hold the others up', async () => {
    await many(3);
    await live();
    const { asked, hoster } = heedful({
      take: (host) =>
        host === stage.host
          ? Promise.reject(new TypeError('Something else'))
          : Promise.resolve({ state: 'ready', reason: null, said: nothingSaid }),
    });
    expect(await stage.tell(hoster)).toBe(4);
    expect(asked).toHaveLength(4);
    expect(await stage.rows()).toMatchObject([{ tries: 1, reason: 'no_answer' }]);
  });
});

it('is told of a release only once a question that it did not answer can come no more', async () => {
  const { id } = await live();
  await stage.tell(heedful({ take: silent }).hoster);
  await invoke(remove, { id }, stage.admin.call());
  const { asked, hoster } = heedful();
  await stage.tell(hoster);
  expect(asked).toEqual([]);
  await stage.later();
  await stage.tell(hoster);
  expect(asked).toEqual([`-${stage.host}`]);
  expect(await stage.rows()).toEqual([]);
});

it('is asked anew where an admin checks while it is asked', async () => {
  const { id } = await live();
  const { hoster } = heedful({
    take: async () => {
      await invoke(check, { id }, stage.admin.call());
      return { state: 'ready', reason: null, said: nothingSaid };
    },
  });
  await stage.tell(hoster);
  expect(await stage.rows()).toMatchObject([
    { state: 'ready', tries: 0, held_until: null, next_at: expect.any(Date) },
  ]);
});

it('is told that a host is given up which is in the list alone', async () => {
  await stage.world.database.query(
    'insert into control.hoster_names (host, tenant_id) values ($1, $2)',
    [stage.host, stage.tenantId],
  );
  await askForNames(stage.world.database.servers, 'vercel');
  expect(await stage.rows()).toMatchObject([{ tenant_id: null, version: 2 }]);
  await stage.tell(heedful().hoster);
  expect(await stage.rows()).toEqual([]);
});
