import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { askForNames } from '@/db/hosts/hoster';
import { invoke } from '@/lib/doors/callable';
import { domainProcedures } from '@/lib/tenancy/domains/procedures';
import { liveDomain } from '@/lib/tenancy/domains/testing/host-stage';
import type { Hoster } from '@/lib/tenancy/hoster/hoster';
import { proxy } from '@/lib/tenancy/hoster/proxy';
import { type HosterStage, openHosterStage } from '@/lib/tenancy/hoster/testing/stage';
import { openTlsAsk } from './tls-ask';

const { add, check, remove } = domainProcedures;

let stage: HosterStage;
let asked: Awaited<ReturnType<typeof openTlsAsk>>;
beforeAll(async () => {
  vi.stubEnv('HOSTER', 'vercel');
  stage = await openHosterStage();
  asked = await openTlsAsk(0, { keptMs: 0 });
});
afterAll(async () => {
  await new Promise((done) => asked.close(done));
  await stage.end();
});
beforeEach(async () => {
  await stage.world.database.query('delete from control.hoster_names');
  await stage.begin();
});
afterEach(() => {
  expect(stage.fake.faults).toEqual([]);
});

const live = () => liveDomain(stage.names, stage.admin, stage.host);

interface Kind {
  hoster(): Hoster;
  /** Whether somebody who opens the host there is answered, with a certificate. */
  answers(): Promise<boolean>;
  /** Has it fail once it did what it was told. */
  failAfter(): void;
}

const kinds: Record<Hoster['id'], Kind> = {
  proxy: {
    hoster: () => proxy,
    // What Caddy sends before it gets a certificate on demand.
    answers: async () => {
      const { port } = asked.address() as AddressInfo;
      const { status } = await fetch(`http://127.0.0.1:${port}/?domain=${stage.host}`);
      return status === 200;
    },
    failAfter: () => undefined,
  },
  vercel: {
    hoster: () => stage.vercel(),
    answers: async () => stage.fake.domains.get(stage.host)?.verified === true,
    failAfter: () => {
      stage.fake.mood = 'failing_after';
    },
  },
};

describe.each(Object.entries(kinds))('%s', (_id, { hoster, answers, failAfter }) => {
  const tell = () => stage.tell(hoster());

  it('answers for a host once a tenant has proven it, and no more when it is given up', async () => {
    const claim = await invoke(add, { host: stage.host }, stage.admin.call());
    await tell();
    expect(await answers()).toBe(false);
    expect(await stage.rows()).toEqual([]);
    await invoke(remove, { id: claim.id }, stage.admin.call());
    const { id } = await live();
    await tell();
    expect(await answers()).toBe(true);
    expect(await stage.rows()).toMatchObject([{ state: 'ready', reason: null, held_until: null }]);
    await invoke(remove, { id }, stage.admin.call());
    await tell();
    expect(await answers()).toBe(false);
    expect(await stage.rows()).toEqual([]);
  });

  it('is told twice as if it were told once', async () => {
    const { id } = await live();
    for (const _ of [1, 2]) {
      await hoster().take(stage.host);
      await tell();
      await invoke(check, { id }, stage.admin.call());
    }
    expect(await answers()).toBe(true);
    await invoke(remove, { id }, stage.admin.call());
    await hoster().release(stage.host);
    await tell();
    await hoster().release(stage.host);
    expect(await answers()).toBe(false);
    expect(await stage.rows()).toEqual([]);
  });

  it('is told again where it did as it was told and failed then', async () => {
    const { id } = await live();
    failAfter();
    await tell();
    stage.fake.mood = 'well';
    await stage.later();
    await tell();
    expect(await answers()).toBe(true);
    expect(await stage.rows()).toMatchObject([{ state: 'ready', reason: null }]);
    await invoke(remove, { id }, stage.admin.call());
    failAfter();
    await tell();
    stage.fake.mood = 'well';
    await stage.later();
    await tell();
    expect(await answers()).toBe(false);
    expect(await stage.rows()).toEqual([]);
  });

  it('is told of hosts that were there before it was', async () => {
    await live();
    await stage.world.database.query('delete from control.hoster_names');
    await askForNames(stage.world.database.servers, hoster().id);
    await tell();
    expect(await answers()).toBe(true);
    await stage.world.database.query(`update control.hoster_names set hoster = 'another'`);
    await askForNames(stage.world.database.servers, hoster().id);
    expect(await stage.rows()).toMatchObject([{ state: 'asked', hoster: hoster().id }]);
    await tell();
    expect(await stage.rows()).toMatchObject([{ state: 'ready', hoster: hoster().id }]);
  });

  it('hears of a release that came while it was told of the host', async () => {
    const { id } = await live();
    const slow: Hoster = {
      ...hoster(),
      take: async (name) => {
        const answer = await hoster().take(name);
        await invoke(remove, { id }, stage.admin.call());
        // Somebody else looks meanwhile, and leaves the host to whoever has it.
        expect(await tell()).toBe(0);
        return answer;
      },
    };
    await stage.tell(slow);
    expect(await answers()).toBe(false);
    expect(await stage.rows()).toEqual([]);
  });
});

it('is told where its tenant was removed', async () => {
  await live();
  await stage.tell(stage.vercel());
  await stage.world.database.query('delete from control.domains where host = $1', [stage.host]);
  await stage.world.database.query('delete from control.hosts where host = $1', [stage.host]);
  expect(await stage.rows()).toMatchObject([{ tenant_id: null, state: 'asked' }]);
  await stage.tell(stage.vercel());
  expect(stage.fake.domains.has(stage.host)).toBe(false);
});
