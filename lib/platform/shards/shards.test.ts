import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configureDatabase, databaseConfig } from '@/db/client';
import { insertStaff } from '@/db/installation';
import { openTwoServers, type TwoServers } from '@/db/testing/two-servers';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { webCall } from '@/lib/doors/web-call';
import { staffCookie } from '@/lib/identity/cookies';
import { hashPassword } from '@/lib/identity/passwords/hashing';
import { hashToken, newToken } from '@/lib/identity/secrets';
import { platformAuditProcedures as audit } from '../audit/procedures';
import { fleetProcedures as fleet } from '../fleet/procedures';
import { movesProcedures as moves } from '../moves/procedures';
import { staffProcedures as staff } from '../staff/procedures';
import { tenantsProcedures as tenants } from '../tenants/procedures';
import { shardsProcedures as shards } from './procedures';

const email = 'rowan@rowhouse.example';
const password = 'a long enough password';
const reason = 'The first server fills up';
const consoleHost = 'console.rowhouse.localhost';
const nobody = '01900000-0000-7000-8000-000000000000';

let two: TwoServers;
let token: string;

const from = (host: string, cookie?: string): DoorCall =>
  webCall('rest', new Headers({ host, ...(cookie && { cookie }) }), '10.0.0.1');
const asStaff = () => from(consoleHost, `${staffCookie()}=${token}`);
const named = async (name: string) => {
  const { shards: all } = await invoke(shards.list, {}, asStaff());
  const found = all.find((shard) => shard.name === name);
  if (!found) throw new Error(`There is no shard ${name}.`);
  return found;
};

beforeAll(async () => {
  two = await openTwoServers();
  await insertStaff(two.database.adminUrl, {
    email,
    name: 'Rowan',
    passwordHash: await hashPassword(password),
    tokenHash: hashToken(newToken()),
  });
  token = (await invoke(staff.signIn, { email, password }, from(consoleHost))).token;
});
afterAll(() => two?.end());

const form = (slug: string, shard?: string) => ({
  name: 'Harbour Choir',
  slug,
  content: 'empty' as const,
  owner: { name: 'Ida Berg', email: 'ida@choir.example' },
  reason,
  ...(shard && { shard }),
});

describe('shards', () => {
  it('are listed with their load, and the servers that none uses', async () => {
    const config = databaseConfig();
    const spare = { ...config.shards, spare: 'postgres://x@127.0.0.1:1/x' };
    configureDatabase({ ...config, shards: spare });
    const { shards: all, unregistered } = await invoke(shards.list, {}, asStaff());
    expect(all.map(({ name, state }) => [name, state])).toEqual([
      ['East', 'open'],
      ['primary', 'open'],
    ]);
    expect(unregistered).toEqual(['spare']);
    configureDatabase(config);
  });

  it('are registered closed, and open only when they answer', async () => {
    const made = await invoke(
      shards.register,
      { name: 'West', connection: 'west', roomPooled: 10, reason },
      asStaff(),
    );
    expect(made).toMatchObject({ state: 'closed', room: { pooled: 10, schema: 200 } });
    const opening = { id: made.id, state: 'open' as const, reason };
    await expect(invoke(shards.changeState, opening, asStaff())).rejects.toMatchObject({
      code: 'precondition',
      message: expect.stringContaining('SHARD_URLS'),
    });
    const again = { name: 'West 2', connection: 'west', reason };
    await expect(invoke(shards.register, again, asStaff())).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('take a tenant by name while they are open', async () => {
    const made = await invoke(tenants.create, form('east-one', 'East'), asStaff());
    const found = await invoke(tenants.get, { id: made.id }, asStaff());
    expect(found.placement).toMatchObject({ shard: 'East', tier: 'pooled' });
    const { id } = await named('East');
    await invoke(shards.changeState, { id, state: 'draining', reason }, asStaff());
    expect(await named('East')).toMatchObject({ state: 'draining', stateReason: reason });
    await expect(invoke(tenants.create, form('east-two', 'East'), asStaff())).rejects.toMatchObject(
      { code: 'precondition', fields: { shard: expect.any(String) } },
    );
    const elsewhere = await invoke(tenants.create, form('east-three'), asStaff());
    const placed = await invoke(tenants.get, { id: elsewhere.id }, asStaff());
    expect(placed.placement?.shard).toBe('primary');
    const { suggestions } = await invoke(moves.suggest, {}, asStaff());
    expect(suggestions).toEqual([
      expect.objectContaining({
        tenantId: made.id,
        why: 'draining',
        from: expect.objectContaining({ shard: 'East', tier: 'pooled' }),
        to: expect.objectContaining({ shard: 'primary', tier: 'pooled' }),
      }),
    ]);
    await invoke(shards.changeState, { id, state: 'open', reason }, asStaff());
    expect(await invoke(moves.suggest, {}, asStaff())).toEqual({ suggestions: [] });
  });

  it('are configured, each change recorded with its reason', async () => {
    const { id } = await named('East');
    const change = { id, roomSchema: 3, tiers: ['schema' as const], reason };
    const changed = await invoke(shards.configure, change, asStaff());
    expect(changed).toMatchObject({ tiers: ['schema'], room: { schema: 3, pooled: 100_000 } });
    const { events } = await invoke(audit.list, { what: 'shards.configure' }, asStaff());
    expect(events[0]).toMatchObject({ reason, detail: { name: 'East', roomSchema: 3 } });
    const detail = await invoke(shards.get, { id }, asStaff());
    expect(detail).toMatchObject({ name: 'East', hot: [] });
  });

  it('that are unknown do not exist, and what is wrong is named', async () => {
    const state = { id: nobody, state: 'closed' as const, reason };
    for (const call of [
      () => invoke(shards.get, { id: nobody }, asStaff()),
      () => invoke(shards.changeState, state, asStaff()),
      () => invoke(shards.configure, { id: nobody, roomPooled: 1, reason }, asStaff()),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'not_found' });
    }
    const wrong = { name: '', connection: 'postgres://x', reason: '', roomPooled: -1 };
    await expect(invoke(shards.register, wrong, asStaff())).rejects.toMatchObject({
      fields: {
        name: expect.any(String),
        connection: expect.any(String),
        reason: expect.any(String),
        roomPooled: expect.any(String),
      },
    });
  });

  it('are for staff on the console alone', async () => {
    const anonymous = () => from(consoleHost);
    const elsewhere = () => from('rowhouse.localhost', `${staffCookie()}=${token}`);
    await expect(invoke(shards.list, {}, anonymous())).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(invoke(shards.list, {}, elsewhere())).rejects.toMatchObject({ code: 'not_found' });
    await expect(invoke(fleet.status, {}, anonymous())).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });
});

describe('the fleet', () => {
  it('says what is behind and why, and is tried again on request', async () => {
    await two.database.query(
      `update control.shards set shape = 'new' where connection = 'primary';
       update control.shards set shape = 'old', fault = 'canceling statement due to lock timeout',
         next_try_at = now() + interval '5 minutes' where connection = 'second'`,
    );
    const home = await two.database.addHome('schema');
    const status = await invoke(fleet.status, {}, asStaff());
    expect(status).toMatchObject({ shape: 'new', total: 4, current: 1, failed: 1, waiting: 2 });
    expect(status.behind.map(({ shard, tier, fault }) => [shard, tier, fault])).toEqual([
      ['East', 'pooled', 'canceling statement due to lock timeout'],
      ['West', 'pooled', null],
      ['primary', 'schema', null],
    ]);
    expect(status.behind[2]).toMatchObject({ name: home.schemaName, tenant: null });
    expect(await invoke(fleet.retry, { reason }, asStaff())).toEqual({ due: 1 });
    expect(await invoke(fleet.retry, { reason }, asStaff())).toEqual({ due: 0 });
    await expect(invoke(fleet.retry, { reason: '' }, asStaff())).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    });
  });
});
