import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { log } from '@/lib/log';
import { domainProcedures } from '../../domains/procedures';
import { liveDomain, publishProof, target } from '../../domains/testing/host-stage';
import { hosterOf } from '../of-settings';
import { type HosterStage, openHosterStage } from '../testing/stage';
import { challengeOf, recommended } from '../testing/vercel';
import { vercel } from './vercel';

const { add, check, remove } = domainProcedures;

let stage: HosterStage;
beforeAll(async () => {
  vi.stubEnv('HOSTER', 'vercel');
  stage = await openHosterStage();
});
afterAll(() => stage.end());
beforeEach(() => stage.begin());
afterEach(() => {
  expect(stage.fake.faults).toEqual([]);
});

const tell = () => stage.tell(stage.vercel());
async function restUntil(): Promise<number> {
  const [rest] = await stage.world.database.query<{ until: Date }>(
    `select until from control.hoster_turns where of = 'hoster'`,
  );
  return Number(rest?.until);
}
const live = () => liveDomain(stage.names, stage.admin, stage.host);

describe('what Vercel says', () => {
  it('is asked of the domain first, and the domain added where the project has it not', async () => {
    await live();
    expect(await stage.shown()).toMatchObject({ certificate: { state: 'asked', record: null } });
    await tell();
    expect(stage.fake.asked).toEqual([
      `GET /v9/projects/prj_a1/domains/${stage.host}`,
      'POST /v10/projects/prj_a1/domains',
      `GET /v6/domains/${stage.host}/config`,
    ]);
    expect(await stage.shown()).toMatchObject({
      certificate: { state: 'ready', waitsFor: null, record: null, nextAt: null },
      route: { values: [target] },
    });
  });

  it('of a proof of its own stands as found and expected', async () => {
    stage.fake.challenged.add(stage.host);
    const { domain: name, value } = challengeOf(stage.host);
    await live();
    await tell();
    const expected = (finding: string, others = 0) => ({
      certificate: {
        state: 'waiting',
        waitsFor: 'owner',
        record: { name, value, finding, others },
      },
    });
    expect(await stage.shown()).toMatchObject(expected('none'));
    stage.names.texts.set(name, ['vc-domain-verify=another']);
    await stage.later();
    await tell();
    expect(await stage.shown()).toMatchObject(expected('other', 1));
    stage.names.texts.set(name, ['vc-domain-verify=another', value]);
    await stage.later();
    await tell();
    expect(await stage.shown()).toMatchObject(expected('right', 1));
    stage.fake.met.add(stage.host);
    await stage.later();
    await tell();
    expect(await stage.shown()).toMatchObject({ certificate: { state: 'ready', record: null } });
  });

  it('of where a host should lead is expected, and led there it is live', async () => {
    stage.fake.misconfigured.add(stage.host);
    const claim = await invoke(add, { host: stage.host }, stage.admin.call());
    publishProof(stage.names, claim);
    await invoke(check, { id: claim.id }, stage.admin.call());
    await tell();
    expect(await stage.shown()).toMatchObject({
      state: 'verified',
      certificate: { state: 'waiting', waitsFor: 'route' },
      route: { kind: 'CNAME', values: [recommended.name], finding: 'none' },
    });
    stage.names.aliases.set(stage.host, recommended.name);
    stage.fake.misconfigured.delete(stage.host);
    expect(await invoke(check, { id: claim.id }, stage.admin.call())).toMatchObject({
      state: 'live',
      route: { values: [recommended.name], finding: 'right', found: [recommended.name] },
    });
    await stage.later();
    await tell();
    expect(await stage.shown()).toMatchObject({ certificate: { state: 'ready' } });
  });

  it('of a name without a CNAME is an address', async () => {
    stage.host = stage.host.replace('learn.', '');
    const claim = await invoke(add, { host: stage.host }, stage.admin.call());
    publishProof(stage.names, claim);
    stage.names.addresses.set(stage.host, [recommended.address]);
    await invoke(check, { id: claim.id }, stage.admin.call());
    await tell();
    expect(await invoke(check, { id: claim.id }, stage.admin.call())).toMatchObject({
      state: 'live',
      route: { kind: 'A', values: [recommended.address] },
    });
    // One that it would not recommend any more leads there too.
    stage.names.addresses.set(stage.host, ['76.76.21.21']);
    expect(await invoke(check, { id: claim.id }, stage.admin.call())).toMatchObject({
      route: { values: [recommended.address], finding: 'right' },
    });
  });

  it.each([
    [409, 'domain_already_in_use', 'in_use'],
    [400, 'domain_taken', 'in_use'],
    [403, 'forbidden', 'elsewhere'],
    [400, 'invalid_domain', 'invalid'],
    [402, 'payment_required', 'unpaid'],
  ])('%i %s refuses the host as %s, until it does not', async (status, code, reason) => {
    stage.fake.refused.set(stage.host, { status, code, names: reason === 'elsewhere' });
    await live();
    await tell();
    const refused = { certificate: { state: 'refused', reason, nextAt: expect.any(Date) } };
    expect(await stage.shown()).toMatchObject(refused);
    stage.fake.mood = 'failing';
    await stage.later();
    await tell();
    expect(await stage.shown()).toMatchObject(refused);
    stage.fake.mood = 'well';
    stage.fake.refused.delete(stage.host);
    await stage.later();
    await tell();
    expect(await stage.shown()).toMatchObject({ certificate: { state: 'ready', reason: null } });
  });

  it.each([
    ['failing', 'no_answer', 0],
    ['silent', 'no_answer', 0],
    ['strange', 'no_answer', 0],
    ['limited', 'busy', 120],
    ['talking', 'busy', 300],
  ] as const)('while it is %s counts for nothing', async (mood, reason, asked) => {
    const { id } = await live();
    stage.fake.mood = mood;
    const begun = Date.now();
    await tell();
    const [row] = await stage.rows();
    expect(row).toMatchObject({ state: 'asked', reason, tries: 1 });
    // What did not answer may yet do as it was told.
    expect(row?.held_until === null).toBe(reason === 'busy');
    if (asked > 0) expect(await restUntil()).toBeGreaterThan(begun + (asked - 2) * 1000);
    stage.fake.mood = 'well';
    await stage.later();
    await tell();
    stage.fake.mood = mood;
    await invoke(check, { id }, stage.admin.call());
    await stage.later();
    await tell();
    // What was said before stays.
    expect(await stage.shown()).toMatchObject({ certificate: { state: 'ready', reason } });
    await invoke(remove, { id }, stage.admin.call());
    await stage.later();
    await tell();
    expect(stage.fake.domains.has(stage.host)).toBe(true);
    stage.fake.mood = 'well';
    await stage.later();
    await tell();
    expect(stage.fake.domains.has(stage.host)).toBe(false);
  });

  it('of being asked too often goes for all hosts, also those that are proven meanwhile', async () => {
    const { id } = await live();
    const first = stage.admin;
    await stage.world.database.query(
      `update control.hoster_names set tries = 9 where host = '${stage.host}'`,
    );
    stage.fake.mood = 'limited';
    const begun = Date.now();
    await tell();
    // As long as it asked for, however often this one was asked for before.
    expect(await restUntil()).toBeGreaterThan(begun + 100_000);
    expect(await restUntil()).toBeLessThan(begun + 600_000);
    stage.fake.mood = 'well';
    stage.host = `other.${stage.host}`;
    await liveDomain(stage.names, first, stage.host);
    await invoke(check, { id }, first.call());
    expect(await tell()).toBe(0);
    await stage.later();
    await tell();
    expect(stage.fake.domains.has(stage.host)).toBe(true);
  });

  it.each([
    [403, 'forbidden', 'access'],
    [400, 'bad_request', 'no_answer'],
  ])('%i %s that names no domain is no word of the host', async (status, code, reason) => {
    stage.fake.refused.set(stage.host, { status, code });
    await live();
    await tell();
    expect(await stage.shown()).toMatchObject({ certificate: { state: 'asked', reason } });
  });

  it('403 that names another domain below the same suffix is no word of the host', async () => {
    stage.host = `learn.larch-${stage.tenantId.slice(-12)}.co.kr`;
    stage.fake.refused.set(stage.host, { status: 403, code: 'forbidden', names: 'other.co.kr' });
    await live();
    await tell();
    expect(await stage.shown()).toMatchObject({
      certificate: { state: 'asked', reason: 'access' },
    });
  });

  it('of a token or project it does not know is no word of the host, and names no token', async () => {
    const { access, wire } = stage.fake;
    await live();
    const warned = vi.spyOn(log, 'warn');
    for (const wrong of [{ token: 'vcp_wrong_token' }, { projectId: 'prj_other' }]) {
      await stage.later();
      await stage.tell(vercel({ ...access, ...wrong }, wire));
      expect(await stage.shown()).toMatchObject({
        certificate: { state: 'asked', reason: 'access' },
      });
    }
    expect(warned).toHaveBeenCalled();
    const written = JSON.stringify([warned.mock.calls, await stage.rows(), await stage.shown()]);
    expect(written).not.toMatch(/vcp_/);
    warned.mockRestore();
  });
});

it('is a hoster where the settings name it, with what it takes to speak to it', () => {
  const none = { VERCEL_TOKEN: undefined, VERCEL_PROJECT_ID: undefined, VERCEL_TEAM_ID: undefined };
  expect(hosterOf({ ...none, HOSTER: 'proxy' }).id).toBe('proxy');
  expect(() => hosterOf({ ...none, HOSTER: 'vercel', VERCEL_TOKEN: 'x' })).toThrow(
    'HOSTER=vercel needs VERCEL_TOKEN and VERCEL_PROJECT_ID.',
  );
  const whole = { HOSTER: 'vercel', VERCEL_TOKEN: 'x', VERCEL_PROJECT_ID: 'y' } as const;
  expect(hosterOf({ ...none, ...whole }).id).toBe('vercel');
});
