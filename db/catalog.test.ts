import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogFaults } from './testing/catalog';
import { createTestDatabase, type TestDatabase } from './testing/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('the catalogue', () => {
  it('walls every tenant off', async () => {
    expect(await catalogFaults((text) => database.query(text))).toEqual([]);
  });

  it('reads a policy once per statement, not once per row', async () => {
    const tables = await database.query<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_policies
       where policyname = 'rule_0' and schemaname = 'pooled'`,
    );
    expect(tables.length).toBeGreaterThan(10);
    const enter = `set local role rowhouse_app; set local enable_indexscan = off; set local enable_bitmapscan = off;
      select set_config('app.tenant', gen_random_uuid()::text, true)`;
    for (const { name } of tables) {
      const plan = await database.inRolledBack(enter, (query) =>
        query(`explain select * from ${name}`),
      );
      const text = plan.map((line) => String(line['QUERY PLAN'])).join('\n');
      expect(text).toContain('InitPlan');
      expect(text).not.toMatch(/Filter:.*current_setting/);
    }
  });

  const holes: [string, string, string][] = [
    ['a dropped policy', 'drop policy rule_0 on pooled.records', 'pooled.records has 0 policies'],
    [
      'row security off',
      'alter table pooled.fields disable row level security',
      'pooled.fields (of',
    ],
    ['FORCE off', 'alter table pooled.files no force row level security', 'pooled.files (of'],
    [
      'an open policy',
      'create policy wide on pooled.people to rowhouse_app using (true)',
      'pooled.people has 2 policies',
    ],
    [
      'an open policy for everybody',
      'create policy wide on pooled.people using (true)',
      'pooled.people has 2 policies',
    ],
    [
      'an open policy for reading',
      'create policy wide on pooled.people for select to rowhouse_app using (true)',
      'pooled.people has 2 policies',
    ],
    [
      'an open policy on a table of the pool',
      'create policy wide on control.credentials to rowhouse_app using (true)',
      'control.credentials is open to everybody by wide',
    ],
    [
      'a policy without a check on writes',
      `drop policy rule_0 on pooled.outbox; create policy rule_0 on pooled.outbox to rowhouse_app
       using (tenant_id = (select coalesce(nullif(current_setting('app.tenant', true), ''), app.deny())::uuid)) with check (true)`,
      'pooled.outbox has a policy that does not hold',
    ],
    [
      'a bare table',
      'create table pooled.bare (tenant_id uuid, id uuid primary key)',
      'pooled.bare',
    ],
    [
      'a unique index over all tenants',
      'create unique index loud on pooled.people (email)',
      'pooled.loud is unique over all',
    ],
    [
      'a reference without the tenant',
      `create unique index lone on pooled.collections (id);
       alter table pooled.fields add constraint lone_fk foreign key (collection_id) references pooled.collections (id)`,
      'lone_fk reaches pooled.collections without its tenant',
    ],
    [
      'TRUNCATE granted',
      'grant truncate on pooled.records to rowhouse_app',
      'rowhouse_app holds TRUNCATE',
    ],
    [
      'a view that asks as its owner',
      'create view pooled.peek as select * from pooled.records',
      'pooled.peek is a view',
    ],
    [
      'a function with its owner’s rights',
      `create function app.peek() returns bigint language sql security definer as 'select count(*) from pooled.records'`,
      "app.peek runs with its owner's rights",
    ],
    [
      'a role that skips policies',
      'alter role rowhouse_lookup bypassrls',
      'rowhouse_lookup holds BYPASSRLS',
    ],
  ];

  it.each(holes)('notices %s', async (_name, hole, fault) => {
    const found = await database.inRolledBack(hole, (query) => catalogFaults(query));
    expect(found.join('\n')).toContain(fault);
  });

  it('notices the loss of any one policy', async () => {
    const rows = await database.query<{ name: string; policy: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name, policyname as policy
       from pg_policies p where schemaname in ('control', 'pooled') and policyname = 'rule_0' and 'tenant_id' in (
         select column_name from information_schema.columns c
         where c.table_schema = p.schemaname and c.table_name = p.tablename)`,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { name, policy } of rows) {
      const hole = `drop policy ${policy} on ${name}`;
      const found = await database.inRolledBack(hole, (query) => catalogFaults(query));
      expect(found.join('\n'), hole).toContain(name);
    }
  });
});
