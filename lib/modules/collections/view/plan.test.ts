import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintTenantScope } from '@/db/scope';
import { type TenantDb, withTenant } from '@/db/tenant';
import { read } from '@/db/wire/access';
import { unnamedMark } from '@/db/wire/statement-name';
import { openWorld, type World } from '@/lib/doors/testing';
import { loadCollection } from '../load';
import { insertRecords } from '../records/insert';
import { recordQuery } from '../records/list';
import { accessOf, everything } from '../rules/access';
import { openRule, type Reach } from '../rules/shapes';
import { type Actors, mintActors, mintCollection } from '../testing/actors';
import { pageQuery } from './page';
import type { View } from './state';

const count = 50_000;

describe('a collection of 50,000 records', () => {
  let world: World;
  let actors: Actors;
  let collectionId: string;
  const inTenant = <T>(work: (db: TenantDb) => Promise<T>, write = false) => {
    const who = { tenantId: actors.tenant.tenantId, actorId: null, requestId: uuidv7() };
    return withTenant(mintTenantScope(who), work, { write });
  };

  beforeAll(async () => {
    world = await openWorld();
    actors = await mintActors(world);
    const made = await mintCollection(actors.admin, 'Big', [
      { name: 'Name', type: 'text' },
      { name: 'Score', type: 'number' },
      { name: 'Day', type: 'date' },
      { name: 'Ok', type: 'boolean' },
      { name: 'City', type: 'text' },
      { name: 'Owner', type: 'person' },
    ]);
    collectionId = made.id;
    const documents = Array.from({ length: count }, (_, i) => ({
      name: `Person ${(i * 7919) % count}`,
      score: i % 101,
      day: `20${10 + (i % 15)}-0${1 + (i % 9)}-1${i % 10}`,
      ok: i % 3 === 0,
      city: `City ${i % 997}`,
      owner: i % 100 === 0 ? actors.basic.userId : actors.admin.userId,
    }));
    for (let at = 0; at < count; at += 5_000) {
      await inTenant(async (db) => {
        const { design } = await loadCollection({ db, reader: everything }, collectionId);
        const target = { collectionId, fields: design, actorId: null };
        await insertRecords(db, target, documents.slice(at, at + 5_000));
      }, true);
    }
    await world.rowsOf(
      actors.tenant,
      'update records set created_by = $1 where (data ->> $2)::float8 = 7 and collection_id = $3',
      [actors.basic.userId, 'score', collectionId],
    );
    await world.rowsOf(actors.tenant, 'vacuum analyze records');
  }, 120_000);
  afterAll(() => world.end());

  const planOf = (view: View, section: 'present' | 'empty' | 'all') =>
    inTenant(async (db) => {
      const collection = await loadCollection({ db, reader: everything }, collectionId);
      const query = pageQuery(db, recordQuery(view, collection), {
        section,
        limit: 100,
      });
      // What is explained below is what runs: no plan is kept for any values.
      expect(query.toSQL().sql).toContain(unnamedMark);
      const answer = await db.execute(read(sql`explain (costs off) ${query.getSQL()}`));
      return answer.rows.map((row) => Object.values(row)[0]).join('\n');
    });

  const planFor = (see: Reach, view: View = {}) =>
    inTenant(async (db) => {
      const collection = await loadCollection({ db, reader: everything }, collectionId);
      const rule = { ...openRule, see, change: see, remove: see };
      const { userId: id } = actors.basic;
      const people = [id, actors.guest.userId];
      const reader = { id, roles: ['basic'], people, over: [], unbound: false };
      const access = accessOf({ roles: {}, others: rule }, reader, collection.design);
      const query = recordQuery(view, { ...collection, access });
      const section = view.sorts ? 'present' : 'all';
      const page = pageQuery(db, query, { section, limit: 100 });
      const answer = await db.execute(read(sql`explain (costs off) ${page.getSQL()}`));
      return answer.rows.map((row) => Object.values(row)[0]).join('\n');
    });

  const byName: View = { sorts: [{ field: 'name', direction: 'asc' }] };
  it.each<[Reach, View, RegExp]>([
    ['own', {}, /records_made_by/],
    ['assigned', {}, /records_t3/],
    ['involved', {}, /BitmapOr/],
    ['team', {}, /BitmapOr/],
    ['own', byName, /records_made_by/],
    ['assigned', byName, /records_t3/],
    ['involved', byName, /BitmapOr/],
    ['team', byName, /BitmapOr/],
  ])('finds the records that rules open by an index: %s, %j', async (see, view, expected) => {
    const plan = await planFor(see, view);
    expect(plan).toMatch(expected);
    expect(plan).not.toMatch(/Seq Scan on records|records_t1|records_tenant_id_id_pk/);
  });

  it.each<[string, View, RegExp]>([
    ['a sort', { sorts: [{ field: 'name', direction: 'asc' }] }, /Index Scan using records_t1/],
    [
      'a descending sort with a filter',
      {
        filters: [{ field: 'ok', op: 'equals', value: true }],
        sorts: [{ field: 'day', direction: 'desc' }],
      },
      /Index Scan Backward using records_d1/,
    ],
    [
      'a selective filter with another sort',
      {
        filters: [{ field: 'city', op: 'equals', value: 'City 5' }],
        sorts: [{ field: 'score', direction: 'desc' }],
      },
      /Index Scan (using|on) records_t2/,
    ],
  ])('reads %s from a slot index, as the runtime role', async (_name, view, expected) => {
    const plan = await planOf(view, 'present');
    expect(plan).toMatch(expected);
    expect(plan).not.toMatch(/Seq Scan on records/);
  });
});
