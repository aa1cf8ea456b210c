import { randomBytes, randomUUID } from 'node:crypto';
import { relations, sql } from 'drizzle-orm';
import { bigint, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { closePools, configureDatabase, type DatabaseConfig } from '../client';
import { forgetPlacement } from '../placement';
import { type NeonRelay, startNeonRelay } from '../relay/relay';
import { mintTenantScope, type TenantScope } from '../scope';
import { clusterUrl } from '../testing/cluster';
import type { WireDb } from './database';
import { fixturePassword, fixtureSql, roleSql } from './fixture-sql';
import { hotOver, shapedOver } from './hot';
import { TenantKernel } from './tenant-kernel';

/*
 * A database of the kernel's own, two tenants and a few tables, so that its tests stand without the
 * product's. Imported by tests only.
 */

const key = () => ({
  tenantId: uuid('tenant_id').notNull().default(sql`current_setting('app.tenant')::uuid`),
  id: uuid('id').notNull().$defaultFn(randomUUID),
});

export const projects = pgTable('projects', {
  ...key(),
  name: text('name').notNull(),
  state: text('state', { enum: ['open', 'closed'] })
    .notNull()
    .default('open'),
  budget: bigint('budget', { mode: 'number' }),
  startsAt: timestamp('starts_at', { withTimezone: true }),
  facts: jsonb('facts').$type<Record<string, unknown>>(),
  labels: text('labels').array(),
});

export const tasks = pgTable('tasks', {
  ...key(),
  projectId: uuid('project_id').notNull(),
  title: text('title').notNull(),
  position: integer('position').notNull().default(0),
});

export const journal = pgTable('journal', {
  ...key(),
  actor: text('actor').notNull(),
  request: text('request').notNull(),
});

const schema = {
  projects,
  tasks,
  journal,
  projectRelations: relations(projects, ({ many }) => ({ tasks: many(tasks) })),
  taskRelations: relations(tasks, ({ one }) => ({
    project: one(projects, {
      fields: [tasks.tenantId, tasks.projectId],
      references: [projects.tenantId, projects.id],
    }),
  })),
};

export type FixtureDb = WireDb<typeof schema>;

export const kernel = new TenantKernel(schema);
export const hotFixture = hotOver(() => kernel.schema);
export const shapedFixture = shapedOver(() => kernel.schema);

export const drivers = ['pg', 'neon-ws', 'neon-http'] as const;
export type Driver = (typeof drivers)[number];

/** One throw-away database with its relay. */
export class KernelFixture {
  readonly name = `kernel_${randomBytes(6).toString('hex')}`;
  readonly a = randomUUID();
  readonly b = randomUUID();
  readonly #adminUrl: string;
  #relay: NeonRelay | undefined;

  private constructor(adminUrl: string) {
    this.#adminUrl = adminUrl;
  }

  static async create(): Promise<KernelFixture> {
    const fixture = new KernelFixture(clusterUrl());
    await runAs(fixture.#adminUrl, roleSql);
    await runAs(fixture.#adminUrl, `create database ${fixture.name}`);
    await fixture.admin(fixtureSql(fixture.name));
    for (const tenantId of [fixture.a, fixture.b]) await fixture.addTenant(tenantId);
    return fixture;
  }

  /** Runs SQL as superuser, outside every rule. */
  async admin(text: string, values?: unknown[]): Promise<Record<string, unknown>[]> {
    return await runAs(this.url(), text, values);
  }

  url(role?: string): string {
    const url = new URL(this.#adminUrl);
    url.pathname = `/${this.name}`;
    if (role) [url.username, url.password] = [role, fixturePassword];
    return url.href;
  }

  /** Points the kernel at this database. */
  async configure(driver: Driver, config: Partial<DatabaseConfig> = {}) {
    const { hostname: host, port } = new URL(this.#adminUrl);
    if (driver !== 'pg')
      this.#relay ??= await startNeonRelay({ postgres: { host, port: Number(port) } });
    await closePools();
    forgetPlacement(this.a);
    forgetPlacement(this.b);
    configureDatabase({
      web: this.url('kernel_web'),
      platform: this.url('kernel_platform'),
      driver,
      ...(this.#relay && driver !== 'pg' ? { neonRelay: this.#relay.url } : {}),
      ...config,
    });
  }

  async addTenant(tenantId: string) {
    await this.admin(`insert into app.placements (tenant_id, schema_name) values ($1, 'pooled')`, [
      tenantId,
    ]);
    await this.admin(`insert into control.placements (tenant_id) values ($1)`, [tenantId]);
  }

  async drop() {
    await closePools();
    await this.#relay?.close();
    await runAs(this.#adminUrl, `drop database ${this.name} with (force)`);
  }
}

export const scopeOf = (tenantId: string): TenantScope =>
  mintTenantScope({ tenantId, actorId: randomUUID(), requestId: randomUUID() });

/** Runs work as a tenant of the fixture. */
export const within = <T>(tenantId: string, work: (db: FixtureDb) => Promise<T>): Promise<T> =>
  kernel.withTenant(scopeOf(tenantId), work);

/** The error of a promise that must fail. */
export async function failureOf(promise: Promise<unknown>): Promise<Error & { kind?: string }> {
  const outcome = await promise.then(
    () => new Error('it did not fail'),
    (error: unknown) => error,
  );
  return outcome as Error;
}

async function runAs(url: string, text: string, values?: unknown[]) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query(text, values);
    return result.rows ?? [];
  } finally {
    await client.end();
  }
}
