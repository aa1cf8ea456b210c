import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { askForNames } from '@/db/hosts/hoster';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type World } from '@/lib/doors/testing';
import { type NameServer, startNameServer } from '@/lib/egress/testing/name-server';
import { log } from '@/lib/log';
import { domainProcedures } from '@/lib/tenancy/domains/procedures';
import { liveDomain, publishProof, target } from '@/lib/tenancy/domains/testing/host-stage';
import type { Hoster } from '@/lib/tenancy/hoster/hoster';
import { hosterOf } from '@/lib/tenancy/hoster/of-settings';
import { proxy } from '@/lib/tenancy/hoster/proxy';
import { tellHoster } from '@/lib/tenancy/hoster/tell';
import {
  challengeOf,
  type FakeVercel,
  recommended,
  startVercel,
} from '@/lib/tenancy/hoster/testing/vercel';
import { vercel } from '@/lib/tenancy/hoster/vercel/vercel';
import { openTlsAsk } from './tls-ask';

const { list, add, check, remove } = domainProcedures;

let world: World;
let names: NameServer;
let fake: FakeVercel;
let asked: Awaited<ReturnType<typeof openTlsAsk>>;
let admin: TestMember;
let host = '';
let made = 0;

beforeAll(async () => {
  names = await startNameServer();
  vi.stubEnv('DNS_SERVERS', names.address);
  vi.stubEnv('HOSTER', 'vercel');
  world = await openWorld();
  fake = await startVercel();
  asked = await openTlsAsk(0, { keptMs: 0 });
});
afterAll(async () => {
  await new Promise((done) => asked.close(done));
  await Promise.all([fake.end(), names.end()]);
  await world.end();
});
beforeEach(async () => {
  fake.mood = 'well';
  fake.asked.length = 0;
  admin = await world.member(await world.tenant(), 'admin');
  host = `learn.larch-${made++}.com`;
});
afterEach(() => {
  expect(fake.faults).toEqual([]);
});

const rows = () =>
  world.database.query('select * from control.hoster_names where host = $1', [host]);
const due = () =>
  world.database.query(
    'update control.hoster_names set next_at = now() where next_at is not null and host = $1',
    [host],
  );
const shown = async () => (await invoke(list, {}, admin.call())).domains[0];

interface Stage {
  hoster(): Hoster;
  /** Whether somebody who opens the host there is answered, with a certificate. */
  answers(): Promise<boolean>;
  /** Has it fail once it did what it was told. */
  failAfter(): void;
}

const stages: Record<Hoster['id'], Stage> = {
  proxy: {
    hoster: () => proxy,
    // What Caddy sends before it gets a certificate on demand.
    answers: async () => {
      const { port } = asked.address() as AddressInfo;
      const { status } = await fetch(`http://127.0.0.1:${port}/?domain=${host}`);
      return status === 200;
    },
    failAfter: () => undefined,
  },
  vercel: {
    hoster: () =>
      vercel(fake.access, {
        ...fake.wire,
        ...(fake.mood === 'silent' && { timeoutMs: 300 }),
      }),
    answers: async () => fake.domains.get(host)?.verified === true,
    failAfter: () => {
      fake.mood = 'failing_after';
    },
  },
};

describe.each(Object.entries(stages))('%s', (_id, { hoster, answers, failAfter }) => {
  const tell = () => tellHoster(world.database.servers, hoster());

  it('answers for a host once a tenant has proven it, and no more when it is given up', async () => {
    const claim = await invoke(add, { host }, admin.call());
    await tell();
    expect(await answers()).toBe(false);
    expect(await rows()).toEqual([]);
    await invoke(remove, { id: claim.id }, admin.call());
    const { id } = await liveDomain(names, admin, host);
    await tell();
    expect(await answers()).toBe(true);
    expect(await rows()).toMatchObject([{ state: 'ready', reason: null, held_until: null }]);
    await invoke(remove, { id }, admin.call());
    await tell();
    expect(await answers()).toBe(false);
    expect(await rows()).toEqual([]);
  });

  it('is told twice as if it were told once', async () => {
    const { id } = await liveDomain(names, admin, host);
    for (const _ of [1, 2]) {
      await hoster().take(host);
      await tell();
      await invoke(check, { id }, admin.call());
    }
    expect(await answers()).toBe(true);
    await invoke(remove, { id }, admin.call());
    await hoster().release(host);
    await tell();
    await hoster().release(host);
    expect(await answers()).toBe(false);
    expect(await rows()).toEqual([]);
  });

  it('is told again where it did as it was told and failed then', async () => {
    const { id } = await liveDomain(names, admin, host);
    failAfter();
    await tell();
    fake.mood = 'well';
    await due();
    await tell();
    expect(await answers()).toBe(true);
    expect(await rows()).toMatchObject([{ state: 'ready', reason: null }]);
    await invoke(remove, { id }, admin.call());
    failAfter();
    await tell();
    fake.mood = 'well';
    await due();
    await tell();
    expect(await answers()).toBe(false);
    expect(await rows()).toEqual([]);
  });

  it('is told of hosts that were there before it was', async () => {
    await liveDomain(names, admin, host);
    await world.database.query('delete from control.hoster_names');
    await askForNames(world.database.servers, hoster().id);
    await tell();
    expect(await answers()).toBe(true);
    await world.database.query(`update control.hoster_names set hoster = 'another'`);
    await askForNames(world.database.servers, hoster().id);
    expect(await rows()).toMatchObject([{ state: 'asked', hoster: hoster().id }]);
    await tell();
    expect(await rows()).toMatchObject([{ state: 'ready', hoster: hoster().id }]);
  });

  it('hears of a release that came while it was told of the host', async () => {
    const { id } = await liveDomain(names, admin, host);
    const slow: Hoster = {
      ...hoster(),
      take: async (name) => {
        const answer = await hoster().take(name);
        await invoke(remove, { id }, admin.call());
        // Somebody else looks meanwhile, and leaves the host to whoever has it.
        expect(await tell()).toBe(0);
        return answer;
      },
    };
    await tellHoster(world.database.servers, slow);
    expect(await answers()).toBe(false);
    expect(await rows()).toEqual([]);
  });
});

describe('what Vercel says', () => {
  const tell = () => tellHoster(world.database.servers, stages.vercel.hoster());

  it('is asked of the domain first, and the domain added where the project has it not', async () => {
    await liveDomain(names, admin, host);
    expect(await shown()).toMatchObject({ certificate: { state: 'asked', record: null } });
    await tell();
    expect(fake.asked).toEqual([
      `GET /v9/projects/prj_a1/domains/${host}`,
      'POST /v10/projects/prj_a1/domains',
      `GET /v6/domains/${host}/config`,
    ]);
    expect(await shown()).toMatchObject({
      certificate: { state: 'ready', waitsFor: null, record: null, nextAt: null },
      route: { values: [target] },
    });
  });

  it('of a proof of its own stands as found and expected', async () => {
    fake.challenged.add(host);
    const { domain: name, value } = challengeOf(host);
    await liveDomain(names, admin, host);
    await tell();
    const expected = (finding: string, others = 0) => ({
      certificate: {
        state: 'waiting',
        waitsFor: 'owner',
        record: { name, value, finding, others },
      },
    });
    expect(await shown()).toMatchObject(expected('none'));
    names.texts.set(name, ['vc-domain-verify=another']);
    await due();
    await tell();
    expect(await shown()).toMatchObject(expected('other', 1));
    names.texts.set(name, ['vc-domain-verify=another', value]);
    await due();
    await tell();
    expect(await shown()).toMatchObject(expected('right', 1));
    fake.met.add(host);
    await due();
    await tell();
    expect(await shown()).toMatchObject({ certificate: { state: 'ready', record: null } });
  });

  it('of where a host should lead is expected, and led there it is live', async () => {
    fake.misconfigured.add(host);
    const claim = await invoke(add, { host }, admin.call());
    publishProof(names, claim);
    await invoke(check, { id: claim.id }, admin.call());
    await tell();
    expect(await shown()).toMatchObject({
      state: 'verified',
      certificate: { state: 'waiting', waitsFor: 'route' },
      route: { kind: 'CNAME', values: [recommended.name], finding: 'none' },
    });
    names.aliases.set(host, recommended.name);
    fake.misconfigured.delete(host);
    expect(await invoke(check, { id: claim.id }, admin.call())).toMatchObject({
      state: 'live',
      route: { values: [recommended.name], finding: 'right', found: [recommended.name] },
    });
    await tell();
    expect(await shown()).toMatchObject({ certificate: { state: 'ready' } });
  });

  it('of a name without a CNAME is an address', async () => {
    host = `larch-${made++}.com`;
    const claim = await invoke(add, { host }, admin.call());
    publishProof(names, claim);
    names.addresses.set(host, [recommended.address]);
    await invoke(check, { id: claim.id }, admin.call());
    await tell();
    expect(await invoke(check, { id: claim.id }, admin.call())).toMatchObject({
      state: 'live',
      route: { kind: 'A', values: [recommended.address, '76.76.21.21'] },
    });
  });

  it.each([
    [409, 'domain_already_in_use', 'in_use'],
    [403, 'forbidden', 'elsewhere'],
    [400, 'invalid_domain', 'invalid'],
    [402, 'payment_required', 'unpaid'],
  ])('%i %s refuses the host as %s, until it does not', async (status, code, reason) => {
    fake.refused.set(host, { status, code });
    await liveDomain(names, admin, host);
    await tell();
    const refused = { certificate: { state: 'refused', reason, nextAt: expect.any(Date) } };
    expect(await shown()).toMatchObject(refused);
    fake.mood = 'failing';
    await due();
    await tell();
    expect(await shown()).toMatchObject(refused);
    fake.mood = 'well';
    fake.refused.delete(host);
    await due();
    await tell();
    expect(await shown()).toMatchObject({ certificate: { state: 'ready', reason: null } });
  });

  it.each([
    ['failing', 'no_answer', 9],
    ['silent', 'no_answer', 9],
    ['strange', 'no_answer', 9],
    ['limited', 'busy', 119],
    ['talking', 'busy', 290],
  ] as const)('while it is %s counts for nothing', async (mood, reason, seconds) => {
    const { id } = await liveDomain(names, admin, host);
    fake.mood = mood;
    await tell();
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'asked', reason, tries: 1, held_until: null });
    expect(Number(row?.next_at) - Date.now()).toBeGreaterThan((seconds - 5) * 1000);
    expect(await tell()).toBe(0);
    fake.mood = 'well';
    await due();
    await tell();
    fake.mood = mood;
    await invoke(check, { id }, admin.call());
    await tell();
    // What was said before stays.
    expect(await shown()).toMatchObject({ certificate: { state: 'ready', reason } });
    await invoke(remove, { id }, admin.call());
    await tell();
    expect(fake.domains.has(host)).toBe(true);
    fake.mood = 'well';
    await due();
    await tell();
    expect(fake.domains.has(host)).toBe(false);
  });

  it('of being asked too often goes for all hosts', async () => {
    await liveDomain(names, admin, host);
    const first = host;
    host = `learn.larch-${made++}.com`;
    await liveDomain(names, admin, host);
    fake.mood = 'limited';
    await tell();
    const waiting = await world.database.query<{ host: string }>(
      `select host from control.hoster_names where next_at > now() + interval '100 seconds'`,
    );
    expect(waiting.map((one) => one.host)).toEqual(expect.arrayContaining([first, host]));
    await world.database.query('delete from control.hoster_names');
  });

  it('of a token or project it does not know is no word of the host, and names no token', async () => {
    const { access, wire } = fake;
    await liveDomain(names, admin, host);
    const warned = vi.spyOn(log, 'warn');
    for (const wrong of [{ token: 'vcp_wrong_token' }, { projectId: 'prj_other' }]) {
      await due();
      await tellHoster(world.database.servers, vercel({ ...access, ...wrong }, wire));
      expect(await shown()).toMatchObject({ certificate: { state: 'asked', reason: 'access' } });
    }
    expect(warned).toHaveBeenCalled();
    const written = JSON.stringify([warned.mock.calls, await rows(), await shown()]);
    expect(written).not.toMatch(/vcp_/);
    warned.mockRestore();
  });
});

it('is told where its tenant was removed', async () => {
  await liveDomain(names, admin, host);
  await tellHoster(world.database.servers, stages.vercel.hoster());
  await world.database.query('delete from control.domains where host = $1', [host]);
  await world.database.query('delete from control.hosts where host = $1', [host]);
  expect(await rows()).toMatchObject([{ tenant_id: null, state: 'asked' }]);
  await tellHoster(world.database.servers, stages.vercel.hoster());
  expect(fake.domains.has(host)).toBe(false);
});

it('is the one that the settings name, with what it takes to speak to it', () => {
  const none = { VERCEL_TOKEN: undefined, VERCEL_PROJECT_ID: undefined, VERCEL_TEAM_ID: undefined };
  expect(hosterOf({ ...none, HOSTER: 'proxy' }).id).toBe('proxy');
  expect(() => hosterOf({ ...none, HOSTER: 'vercel', VERCEL_TOKEN: 'x' })).toThrow(
    'HOSTER=vercel needs VERCEL_TOKEN and VERCEL_PROJECT_ID.',
  );
  const whole = { HOSTER: 'vercel', VERCEL_TOKEN: 'x', VERCEL_PROJECT_ID: 'y' } as const;
  expect(hosterOf({ ...none, ...whole }).id).toBe('vercel');
});
