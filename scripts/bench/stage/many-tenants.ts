import type { World } from '@/lib/doors/testing';

/**
 * Brings a database to this many more tenants than it had, as rows copied from `model` in bulk: a
 * pool, a placement in both planes and published looks each. Their slugs are `{prefix}-1` and on.
 */
export async function addTenants(
  { database }: World,
  { model, prefix, count }: { model: string; prefix: string; count: number },
): Promise<void> {
  const made = `(select md5('${prefix}' || n)::uuid as id, n from generate_series(1, $2::int) n)`;
  const values = [model, count];
  await database.query(
    `insert into control.pools (id, name, kind) select g.id, 'Filled', 'private'
     from ${made} g where $1::uuid is not null`,
    values,
  );
  await database.query(
    `insert into control.tenants (id, pool_id, slug, name)
     select g.id, g.id, '${prefix}-' || n, 'Filled' from ${made} g where $1::uuid is not null`,
    values,
  );
  await database.query(
    `insert into control.brandings (tenant_id, id, version, state, tokens, brand, published_at)
     select g.id, g.id, 1, 'published', b.tokens, b.brand, now()
     from ${made} g, control.brandings b where b.tenant_id = $1 and b.state = 'published'`,
    values,
  );
  await database.query(
    `insert into control.placements
       (tenant_id, shard_id, tier, database_name, schema_name, role_name)
     select g.id, p.shard_id, p.tier, p.database_name, p.schema_name, p.role_name
     from ${made} g, control.placements p where p.tenant_id = $1`,
    values,
  );
  await database.query(
    `insert into app.placements (tenant_id, schema_name)
     select g.id, 'pooled' from ${made} g where $1::uuid is not null`,
    values,
  );
  await database.query('analyze');
}
