import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { findHostEntry } from '@/db/directory';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { type NameServer, startNameServer } from '@/lib/egress/testing/name-server';
import type { DirectoryEntry } from '../directory/entry';
import { domainProcedures } from './procedures';
import { ageHost, liveDomain, publishProof, target } from './testing/host-stage';

const { list, add, check, makePrimary, endPrimary, setRedirect, remove } = domainProcedures;

let world: World;
let names: NameServer;
let a: TestTenant;
let admin: TestMember;
let made = 0;
let host = '';

beforeAll(async () => {
  names = await startNameServer();
  vi.stubEnv('DNS_SERVERS', names.address);
  world = await openWorld();
});
afterAll(async () => {
  await names.end();
  await world.end();
});
beforeEach(async () => {
  names.mood = 'well';
  host = `learn.cedar-${made++}.com`;
  a = await world.tenant();
  admin = await world.member(a, 'admin');
});

const shown = async (by = admin) => (await invoke(list, {}, by.call())).domains;
const added = (by = admin) => invoke(add, { host }, by.call());
const checked = (id: string, by = admin) => invoke(check, { id }, by.call());
const entryAt = (name: string) => findHostEntry<DirectoryEntry>(null, name);
const ownerOf = async (name: string) => (await entryAt(name))?.id ?? null;

describe('a domain', () => {
  it('goes from named to verified to live as its records come', async () => {
    const claim = await added();
    expect(claim).toMatchObject({ host, state: 'pending', serves: false, isPrimary: false });
    expect(claim.route).toMatchObject({ kind: 'CNAME', values: [target], finding: null });
    expect(claim.proof.name).toBe(`_workspace-host.${host}`);
    expect(`${claim.proof.name}${claim.proof.value}`).not.toMatch(/rowhouse/i);
    expect(await checked(claim.id)).toMatchObject({
      state: 'pending',
      proof: { finding: 'none' },
      route: { finding: null, found: [] },
    });
    names.texts.set(claim.proof.name, ['something else']);
    names.aliases.set(host, 'elsewhere.example.net');
    const missed = await checked(claim.id);
    expect(missed).toMatchObject({
      proof: { finding: 'other', others: 1 },
      route: { finding: null, found: [] },
    });
    expect(JSON.stringify(missed)).not.toContain('something else');
    publishProof(names, claim);
    expect(await checked(claim.id)).toMatchObject({
      state: 'verified',
      serves: false,
      route: { finding: 'other', found: ['elsewhere.example.net'] },
    });
    expect(await ownerOf(host)).toBeNull();
    names.aliases.set(host, target);
    const live = await checked(claim.id);
    expect(live).toMatchObject({ state: 'live', serves: true, route: { finding: 'right' } });
    expect(await ownerOf(host)).toBe(a.tenantId);
    expect(await shown()).toEqual([live]);
  });

  it('leads here by addresses too, all of which have to be ours', async () => {
    names.addresses.set(target, ['192.0.2.7', '2001:db8::7']);
    const claim = await added();
    publishProof(names, claim);
    names.addresses.set(host, ['192.0.2.7', '198.51.100.9']);
    expect(await checked(claim.id)).toMatchObject({
      state: 'verified',
      route: { finding: 'other', found: ['192.0.2.7', '198.51.100.9'] },
    });
    names.addresses.set(host, ['192.0.2.7']);
    expect(await checked(claim.id)).toMatchObject({ state: 'live' });
    names.addresses.delete(target);
  });

  it('is written in one way, and is one that an organisation can have', async () => {
    const one = await invoke(add, { host: ' LERNEN.Bücher-Wald.DE. ' }, admin.call());
    expect(one.host).toBe('lernen.xn--bcher-wald-9db.de');
    const twice = invoke(add, { host: 'lernen.bücher-wald.de' }, admin.call());
    await expect(twice).rejects.toMatchObject({ code: 'conflict' });
    for (const wrong of [
      ...['', 'com', 'co.uk', 'github.io', 'localhost', '10.0.0.1', '[::1]', 'a b.com', 'alder'],
      ...['rowhouse.localhost', 'x.rowhouse.localhost', 'https://a.com', 'a.com/x', 'a.invalid'],
      ...['-a.com', 'a..com', 'a_b.com', '*.a.com', `${'x.'.repeat(99)}com`, 'me@a.com'],
    ]) {
      const tried = invoke(add, { host: wrong }, admin.call());
      await expect(tried, wrong).rejects.toMatchObject({ code: 'invalid' });
    }
    expect(await shown()).toHaveLength(1);
  });

  it('is for those alone who set the rules of sign-in, and for one tenant', async () => {
    const claim = await added();
    const weak = await world.member(a, 'company');
    const other = await world.member(await world.tenant(), 'admin');
    for (const [who, code] of [
      [weak, 'forbidden'],
      [other, 'not_found'],
    ] as const) {
      const { id } = claim;
      for (const tried of [
        () => invoke(check, { id }, who.call()),
        () => invoke(makePrimary, { id }, who.call()),
        () => invoke(endPrimary, { id }, who.call()),
        () => invoke(setRedirect, { id, redirects: false }, who.call()),
        () => invoke(remove, { id }, who.call()),
      ])
        await expect(tried()).rejects.toMatchObject({ code });
    }
    expect(await shown(other)).toEqual([]);
  });

  it('is twenty at most', async () => {
    await world.database.query(
      `insert into control.domains (tenant_id, id, host, proof)
       select $1, app.uuid7(), 'n' || n || '.cedar.com', 'x' from generate_series(1, 20) n`,
      [a.tenantId],
    );
    await expect(added()).rejects.toMatchObject({ code: 'limit' });
  });
});

describe('its one owner', () => {
  it('is whoever proved it, and rivals learn nothing before they prove it too', async () => {
    const rival = await world.member(await world.tenant(), 'admin');
    const mine = await liveDomain(names, admin, host);
    const theirs = await added(rival);
    expect(theirs.proof.value).not.toBe(mine.proof.value);
    expect(await checked(theirs.id, rival)).toMatchObject({ proof: { finding: 'other' } });
    publishProof(names, theirs);
    expect(await checked(theirs.id, rival)).toMatchObject({
      state: 'pending',
      serves: false,
      proof: { finding: 'held' },
    });
    expect(await ownerOf(host)).toBe(a.tenantId);
  });

  it('is one of fifty who prove it at once', async () => {
    const claims = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const by = await world.member(await world.tenant(), 'admin');
        const claim = await added(by);
        publishProof(names, claim);
        return { by, id: claim.id };
      }),
    );
    names.aliases.set(host, target);
    const seen = await Promise.all(claims.map(({ by, id }) => checked(id, by)));
    expect(seen.filter(({ serves }) => serves)).toHaveLength(1);
    expect(seen.filter(({ state }) => state === 'live')).toHaveLength(1);
    expect(seen.filter(({ proof }) => proof.finding === 'held')).toHaveLength(49);
    const [row] = await world.database.query<{ n: string }>(
      'select count(*) as n from control.hosts where host = $1',
      [host],
    );
    expect(row?.n).toBe('1');
  }, 120_000);

  it('keeps a name it gave up from others for 30 days, and may take it back', async () => {
    const rival = await world.member(await world.tenant(), 'admin');
    const { id } = await liveDomain(names, admin, host);
    await invoke(remove, { id }, admin.call());
    expect(await ownerOf(host)).toBeNull();
    const theirs = await added(rival);
    publishProof(names, theirs);
    expect(await checked(theirs.id, rival)).toMatchObject({ proof: { finding: 'held' } });
    const again = await added();
    publishProof(names, again);
    expect(await checked(again.id)).toMatchObject({ state: 'live' });
    await invoke(remove, { id: again.id }, admin.call());
    // Taken back without being served, it stays closed for as long as it was.
    names.aliases.delete(host);
    const third = await added();
    publishProof(names, third);
    expect(await checked(third.id)).toMatchObject({ state: 'verified' });
    await invoke(remove, { id: third.id }, admin.call());
    await ageHost(world, host, 29 * 24);
    names.aliases.set(host, target);
    expect(await checked(theirs.id, rival)).toMatchObject({ proof: { finding: 'held' } });
    await ageHost(world, host, 2 * 24);
    expect(await checked(theirs.id, rival)).toMatchObject({ state: 'live', serves: true });
  });

  it('frees a name at once that was never served', async () => {
    const rival = await world.member(await world.tenant(), 'admin');
    const mine = await added();
    publishProof(names, mine);
    expect(await checked(mine.id)).toMatchObject({ state: 'verified' });
    names.texts.clear();
    expect(await checked(mine.id)).toMatchObject({ state: 'pending' });
    await invoke(remove, { id: mine.id }, admin.call());
    const left = 'select 1 from control.hosts where host = $1';
    expect(await world.database.query(left, [host])).toEqual([]);
    expect(await liveDomain(names, rival, host)).toMatchObject({ state: 'live' });
  });
});

describe('the primary one', () => {
  it('is live, one alone, and where the tenant is at home', async () => {
    const first = await liveDomain(names, admin, host);
    const second = await liveDomain(names, admin, `two.${host}`);
    const waiting = await invoke(add, { host: `three.${host}` }, admin.call());
    await expect(invoke(makePrimary, { id: waiting.id }, admin.call())).rejects.toMatchObject({
      code: 'precondition',
    });
    await Promise.all([first, second].map(({ id }) => invoke(makePrimary, { id }, admin.call())));
    expect((await shown()).filter(({ isPrimary }) => isPrimary)).toHaveLength(1);
    await invoke(makePrimary, { id: first.id }, admin.call());
    expect(await entryAt(second.host)).toMatchObject({ primaryHost: host, leadsTo: host });
    expect((await entryAt(host))?.leadsTo).toBeNull();
    await invoke(setRedirect, { id: second.id, redirects: false }, admin.call());
    expect((await entryAt(second.host))?.leadsTo).toBeNull();
    await invoke(endPrimary, { id: first.id }, admin.call());
    expect(await entryAt(host)).toMatchObject({ primaryHost: null, leadsTo: null });
  });

  it('is no home while it does not lead here, and serves on', async () => {
    const { id } = await liveDomain(names, admin, host);
    await invoke(makePrimary, { id }, admin.call());
    names.aliases.set(host, 'elsewhere.example.net');
    expect(await checked(id)).toMatchObject({ state: 'broken', serves: true, isPrimary: true });
    expect(await entryAt(host)).toMatchObject({ id: a.tenantId, primaryHost: null });
    names.mood = 'failing';
    expect(await checked(id)).toMatchObject({ state: 'broken' });
    names.mood = 'well';
    names.aliases.set(host, target);
    expect(await checked(id)).toMatchObject({ state: 'live' });
    expect(await entryAt(host)).toMatchObject({ primaryHost: host });
  });

  it('is no home once its name servers were silent for two days', async () => {
    const { id } = await liveDomain(names, admin, host);
    await invoke(makePrimary, { id }, admin.call());
    names.mood = 'failing';
    expect(await checked(id)).toMatchObject({ route: { finding: 'failed' } });
    expect(await entryAt(host)).toMatchObject({ primaryHost: host });
    await ageHost(world, host, 2 * 24 + 1);
    expect(await entryAt(host)).toMatchObject({ id: a.tenantId, primaryHost: null });
  });

  it('stays home while its proof counts, and ends with it by itself', async () => {
    const { id, proof } = await liveDomain(names, admin, host);
    await invoke(makePrimary, { id }, admin.call());
    names.texts.delete(proof.name);
    expect(await checked(id)).toMatchObject({ state: 'broken', serves: true });
    expect(await entryAt(host)).toMatchObject({ primaryHost: host });
    await ageHost(world, host, 7 * 24 + 1);
    expect(await entryAt(host)).toBeNull();
    expect((await shown())[0]).toMatchObject({ serves: false });
    const own = await findHostEntry<DirectoryEntry>(a.slug, a.host);
    expect(own).toMatchObject({ id: a.tenantId, primaryHost: null });
  });
});
