import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { closePools, configureDatabase, poolFigures, wireFor } from './client';
import { read } from './wire/access';
import { failureOf, KernelFixture, kernel, projects, scopeOf, within } from './wire/fixture';

let fixture: KernelFixture;
let cable: Cable;

beforeAll(async () => {
  fixture = await KernelFixture.create();
  const { hostname, port } = new URL(fixture.url());
  cable = new Cable(hostname, Number(port));
  await cable.plug();
});

afterAll(async () => {
  await fixture.drop();
  await cable.pull();
});

/** A wire to the database that can be cut: what a stop of the server looks like from here. */
class Cable {
  port = 0;
  mute = false;
  readonly #host: string;
  readonly #target: number;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;

  constructor(host: string, target: number) {
    this.#host = host;
    this.#target = target;
  }

  plug() {
    this.mute = false;
    const server = createServer((near) => {
      const far = connect(this.#target, this.#host);
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => [near, far].map((one) => one.destroy()));
      }
      near.on('data', (data) => this.mute || far.write(data));
      far.on('data', (data) => near.write(data));
    });
    this.#server = server;
    return new Promise<void>((resolve) => {
      server.listen(this.port, '127.0.0.1', () => {
        this.port = (server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  async pull() {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  /** The database as seen through this cable. */
  url(role: string) {
    const url = new URL(fixture.url(role));
    url.host = `127.0.0.1:${this.port}`;
    return url.href;
  }
}

const ping = () => within(fixture.a, (db) => db.$count(projects));
const figures = () => Object.values(poolFigures());
const nap = (seconds: number) =>
  within(fixture.a, (db) => db.execute(read(sql`select pg_sleep(${seconds})`)));

describe('a database that goes away', () => {
  beforeEach(async () => {
    await fixture.configure('pg', { web: cable.url('kernel_web') });
    expect(await ping()).toBe(0);
  });

  it('is unavailable while down and used again once up', async () => {
    await cable.pull();
    expect((await failureOf(ping())).kind).toBe('unavailable');
    await cable.plug();
    expect(await ping()).toBe(0);
  });

  it('costs a read nothing when its connection died unnoticed', async () => {
    await fixture.admin(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'kernel_web' and datname = $1`,
      [fixture.name],
    );
    expect(await ping()).toBe(0);
  });

  it('leaves a write unconfirmed when the connection broke under it', async () => {
    const writing = failureOf(within(fixture.a, (db) => db.execute(sql`select pg_sleep(5)`)));
    await pause(200);
    await cable.pull();
    expect((await writing).kind).toBe('unconfirmed');
    await cable.plug();
    expect(await ping()).toBe(0);
  });

  it('loses a transaction whole when the connection broke in it', async () => {
    const writing = failureOf(
      within(fixture.a, (db) =>
        db.transaction(async (tx) => {
          await tx.insert(projects).values({ name: 'Lost' });
          await cable.pull();
          await pause(50);
          await tx.insert(projects).values({ name: 'Lost too' });
        }),
      ),
    );
    expect((await writing).kind).toBe('unavailable');
    await cable.plug();
    expect(await ping()).toBe(0);
  });

  it('is given up when it says nothing at all', async () => {
    cable.mute = true;
    const started = performance.now();
    const wire = wireFor({ login: 'app' });
    const failure = await failureOf(wire.run([{ text: 'select 1', values: [] }], 300));
    expect(failure.kind).toBe('unavailable');
    expect(performance.now() - started).toBeLessThan(10_000);
    await cable.pull();
    await cable.plug();
  });
});

describe('pools', () => {
  it('refuse a caller who waited too long, and serve the next', async () => {
    await fixture.configure('pg', { pools: { max: 1, acquireMs: 600 } });
    await ping();
    const long = nap(1.5);
    await pause(50);
    expect(await failureOf(ping())).toMatchObject({ kind: 'unavailable' });
    await long;
    expect(await ping()).toBe(0);
    expect(figures()).toEqual([{ open: 1, idle: 1, waiting: 0 }]);
  });

  it('refuse at once when too many wait', async () => {
    await fixture.configure('pg', { pools: { max: 1, maxWaiting: 2 } });
    await ping();
    const waiting = [nap(2), nap(0), nap(0)];
    await pause(20);
    const started = performance.now();
    expect((await failureOf(ping())).kind).toBe('unavailable');
    expect(performance.now() - started).toBeLessThan(1_500);
    await Promise.all(waiting);
  });

  it('share one budget, and take an idle place from another pool', async () => {
    await fixture.configure('pg', { pools: { max: 2, total: 2 } });
    await Promise.all([nap(0.05), nap(0.05)]);
    expect(figures().map(({ open }) => open)).toEqual([2]);
    const platform = wireFor({ login: 'platform' });
    await platform.run([{ text: 'select 1', values: [] }]);
    expect(figures().map(({ open }) => open)).toEqual([1, 1]);
    const both = Promise.all([nap(0.2), nap(0.2)]);
    await pause(50);
    const third = platform.run([{ text: 'select 1', values: [] }]);
    await Promise.all([both, third]);
    expect(figures().reduce((sum, { open }) => sum + open, 0)).toBe(2);
  });

  it('replace a connection after its uses', async () => {
    await fixture.configure('pg', { pools: { max: 1, maxUses: 3 } });
    const pid = () =>
      within(fixture.a, (db) => db.execute(read(sql`select pg_backend_pid() as pid`))).then(
        ({ rows }) => rows[0]?.pid,
      );
    const seen = [await pid(), await pid(), await pid(), await pid()];
    expect(new Set(seen).size).toBe(2);
  });

  it('close what is idle', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'performance'] });
    try {
      await fixture.configure('pg', { pools: { idleMs: 1_000 } });
      await ping();
      expect(figures()).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(11_000);
      await vi.advanceTimersByTimeAsync(11_000);
      expect(figures()).toHaveLength(0);
    } finally {
      vi.useRealTimers();
    }
    expect(await ping()).toBe(0);
  });

  it('are one set for both copies of this module', async () => {
    await fixture.configure('pg');
    await ping();
    vi.resetModules();
    const copy = await import('./client');
    expect(copy.poolFigures).not.toBe(poolFigures);
    expect(copy.poolFigures()).toEqual(poolFigures());
    await copy.closePools();
    expect(poolFigures()).toEqual({});
    expect((await failureOf(ping())).kind).toBe('unavailable');
  });
});

it("reaches a tenant's own database as its own role", async () => {
  await fixture.configure('pg', { roleSecret: 'kernel secret' });
  const role = `kernel_own_${fixture.name.slice(7)}`;
  const { rolePassword } = await import('./client');
  await fixture.admin(`create role ${role} login password '${rolePassword('kernel secret', role)}'
    in role kernel_app; grant connect on database ${fixture.name} to ${role}`);
  await fixture.admin(
    `update control.placements set tier = 'schema', role_name = $1 where tenant_id = $2`,
    [role, fixture.b],
  );
  const { rows } = await kernel.withTenant(scopeOf(fixture.b), (db) =>
    db.execute(read(sql`select current_user as role`)),
  );
  expect(rows).toEqual([{ role }]);
  await closePools();
  await fixture.admin(`drop owned by ${role}; drop role ${role}`);
});

it('says so when it is not configured, or a login is missing', async () => {
  await closePools();
  expect((await failureOf(ping())).kind).toBe('unavailable');
  configureDatabase({ platform: fixture.url('kernel_platform') });
  expect((await failureOf(ping())).message).toContain('no app login');
});
