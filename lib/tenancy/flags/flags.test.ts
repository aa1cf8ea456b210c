import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findDirectoryEntry, findHostEntry } from '@/db/directory';
import { auditProcedures } from '@/lib/audit/procedures';
import { invoke } from '@/lib/doors/callable';
import { listProcedures } from '@/lib/doors/job';
import { metaOf } from '@/lib/doors/procedure';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { sessionCookie } from '@/lib/identity/cookies';
import { searchProcedures } from '@/lib/modules/collections/search/procedures';
import { router } from '@/lib/router';
import { databaseSource } from '@/lib/server/directory-source';
import { DirectoryCache } from '../directory/cache';
import { resolveHost } from '../hosts';
import type { Flag } from './define';
import type { FlagFacts } from './evaluate';
import { flagsOf } from './flags-of';
import { flagsProcedures as flags } from './procedures';
import { flags as defined } from './registry';

let world: World;
let a: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.database.query('delete from control.flag_rules');
  a = await world.tenant();
  admin = await world.member(a, 'admin');
});

const rule = (flag: string, killed: boolean, rules: object = {}) =>
  world.database.query(
    `insert into control.flag_rules (flag, killed_at, rules, changed_by_name)
     values ($1, case when $2 then now() end, $3, 'Staff')
     on conflict (flag) do update set killed_at = excluded.killed_at, rules = excluded.rules`,
    [flag, killed, JSON.stringify(rules)],
  );
const here = async (flag: string, caller = admin) =>
  (await invoke(flags.list, {}, caller.call())).flags.find((one) => one.flag === flag);
const search = (caller = admin) => invoke(searchProcedures.search, { query: 'kim' }, caller.call());
const choose = (value: boolean | string | null, flag = 'forms.guests', caller = admin) =>
  invoke(flags.choose, { flag, value }, caller.call());

describe('flags.list', () => {
  it('says what each flag is here and why', async () => {
    expect(await here('records.search')).toMatchObject({ value: true, because: 'default' });
    await rule('records.search', false, { channels: { early: false }, roles: { admin: true } });
    await invoke(flags.chooseChannel, { channel: 'early' }, admin.call());
    expect(await here('records.search')).toMatchObject({
      ...{ value: false, because: 'channel', of: 'early' },
      byRole: [{ role: 'admin', value: true }],
    });
    await rule('records.search', true);
    expect(await here('records.search')).toMatchObject({ value: false, because: 'killed' });
  });

  it('says of a share of people that there is one', async () => {
    await rule('records.live', false, { share: { percent: 50, value: 'off' } });
    expect(await here('records.live')).toMatchObject({
      ...{ value: 'lively', because: 'default', share: { percent: 50, value: 'off' } },
    });
  });

  it('keeps flags of the server alone to itself', async () => {
    expect(await here('exports.waiting')).toBeUndefined();
    await expect(choose(true, 'exports.waiting')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('flags.choose', () => {
  it('is for this tenant, with who chose, until it is taken back', async () => {
    await choose(false);
    expect(await here('forms.guests')).toMatchObject({
      ...{ value: false, because: 'choice', chosen: false },
      choice: { changedByName: 'admin member' },
    });
    const foreign = await world.member(await world.tenant(), 'admin');
    expect(await here('forms.guests', foreign)).toMatchObject({ because: 'default' });
    await choose(null);
    expect(await here('forms.guests')).toMatchObject({ because: 'default', choice: null });
  });

  it('says what it changed from where two choose at once, and keeps what holds as it is', async () => {
    await Promise.all([choose(false), choose(true)]);
    const at = (await here('forms.guests'))?.choice?.changedAt;
    const last = (await here('forms.guests'))?.chosen ?? null;
    await choose(last as boolean);
    expect((await here('forms.guests'))?.choice?.changedAt).toEqual(at);
    const { events } = await invoke(auditProcedures.audit.list, {}, admin.call());
    const told = events.map(({ detail }) => detail);
    expect(told).toEqual([
      { before: last, after: last },
      { before: !last, after: last },
      { before: null, after: !last },
    ]);
  });

  it('gives way to the word of staff', async () => {
    await choose(true);
    await world.database.query(
      `insert into control.flag_overrides (tenant_id, id, flag, value, reason, changed_by_name)
       values ($1, app.uuid7(), 'forms.guests', 'false', 'Abuse', 'Staff')`,
      [a.tenantId],
    );
    expect(await here('forms.guests')).toMatchObject({ value: false, because: 'override' });
  });

  it('refuses what is not theirs to choose, what it cannot be, and weak roles', async () => {
    await expect(choose(false, 'records.search')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(choose('maybe')).rejects.toMatchObject({ fields: { value: expect.any(String) } });
    await expect(choose(true, 'nothing')).rejects.toMatchObject({ code: 'not_found' });
    const company = await world.member(a, 'company');
    for (const refused of await Promise.allSettled([
      choose(false, 'forms.guests', company),
      here('forms.guests', company),
      invoke(flags.chooseChannel, { channel: 'early' }, company.call()),
    ])) {
      expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } });
    }
  });
});

describe('an operation that names a flag', () => {
  it('is refused in the words of the flag while it is off for who calls', async () => {
    await expect(search()).resolves.toMatchObject({ hits: [] });
    await rule('records.search', true);
    const off = { code: 'precondition', message: 'The search is switched off for now.' };
    await expect(search()).rejects.toMatchObject(off);
    await rule('records.search', false, { roles: { basic: false } });
    await expect(search()).resolves.toMatchObject({ hits: [] });
    await expect(search(await world.member(a, 'basic'))).rejects.toMatchObject(off);
  });

  it('takes no word of the caller for it', async () => {
    await rule('records.search', true);
    const own = { 'x-rowhouse-tenant': 'made.up', 'x-rowhouse-flags': '{"records.search":true}' };
    const headers = new Headers({ host: a.host, 'user-agent': 'test', ...own });
    headers.set('cookie', `${sessionCookie()}=${admin.token}`);
    const call = webCall('rest', headers, '127.0.0.1');
    await expect(invoke(searchProcedures.search, { query: 'kim' }, call)).rejects.toMatchObject({
      code: 'precondition',
    });
  });

  it('fails rather than go on with the default of a flag that cannot be evaluated', async () => {
    const unknown = { ...(defined[0] as Flag<boolean>), key: 'nothing.here' };
    const caller = await admin.call().caller();
    await expect(flagsOf(caller).value(unknown)).rejects.toThrow('nothing.here');
  });

  it('names one that a module declares, and each declared one is named or read', () => {
    const ofAnybody = listProcedures(router)
      .map(metaOf)
      .filter(({ permission }) => permission === 'public')
      .flatMap(({ flag }) => flag ?? []);
    expect(ofAnybody.filter(({ metByAnybody }) => !metByAnybody)).toEqual([]);
    const known = new Set(defined.map(({ key }) => key));
    const named = listProcedures(router).flatMap((one) => metaOf(one).flag?.key ?? []);
    expect(named.filter((key) => !known.has(key))).toEqual([]);
    expect([...new Set(named)].sort()).toEqual([...known].sort());
  });
});

describe('the directory', () => {
  it('carries what is no secret, and tells every host when a flag changes for all', async () => {
    let now = 0;
    const cache = new DirectoryCache(databaseSource, { now: () => now });
    const name = resolveHost(a.host, 'rowhouse.localhost');
    if (name.zone !== 'tenant') throw new Error('not a tenant host');
    const carried = async () => (await cache.find(name))?.flags;
    const usual = { 'records.search': true, 'records.live': 'lively', 'forms.guests': true };
    expect(await carried()).toEqual(usual);
    await rule('records.search', true);
    now += 1_000;
    expect(await carried()).toEqual({ ...usual, 'records.search': false });
    const announced = async () =>
      (await world.database.query(`select id from control.directory_changes where key = '*'`))
        .length;
    const before = await announced();
    await world.database.query(
      'update control.flag_rules set changed_at = now(), killed_at = now()',
    );
    expect(await announced()).toBe(before);
    await choose(false);
    now += 1_000;
    expect(await carried()).toMatchObject({ 'forms.guests': false });
    await rule('exports.waiting', true);
    const raw = await findDirectoryEntry<{ flags: FlagFacts }>(name, ['records.search']);
    expect(Object.keys(raw?.flags.rules ?? {})).toEqual(['records.search']);
    expect(await findHostEntry(a.slug, a.host)).not.toHaveProperty('flags');
  });
});
