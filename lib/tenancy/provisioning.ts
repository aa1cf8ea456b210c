import { sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import type { Home } from '@/db/homes/home';
import { brandings, placements, pools, roles, shards, tenants } from '@/db/schema/control';
import { type BuiltInRole, builtInRoles, roleNames } from '../access/permissions';
import { AppError } from '../errors';
import { publishBrand } from './branding/publish';
import type { BrandTokens } from './branding/tokens';

export interface NewTenantFacts {
  tenantId: string;
  poolId: string;
  slug: string;
  name: string;
  locale: 'en' | 'ko';
  timeZone: string;
  brand: BrandTokens;
  home: Home | null;
}

/**
 * Writes a tenant with its built-in roles, published looks and placement, in the caller's
 * transaction; its data goes into `home`, or into the shared tables. `newPool` makes the identity pool as well. Throws `conflict` when the slug is taken.
 */
export async function openTenant(
  db: ControlDb,
  facts: NewTenantFacts,
  newPool: { kind: 'private' | 'shared'; name: string } | null,
): Promise<Record<BuiltInRole, string>> {
  if (newPool) await db.insert(pools).values({ id: facts.poolId, ...newPool });
  await insertTenant(db, facts);
  const made = await db
    .insert(roles)
    .values(builtInRoles.map((key) => ({ key, name: roleNames[key], builtIn: true })))
    .returning({ id: roles.id, key: roles.key });
  await publishFirstBrand(db, facts.brand);
  if (facts.home) await placeInHome(db, facts.tenantId, facts.home);
  else await placePooled(db, facts.tenantId);
  return Object.fromEntries(made.map((role) => [role.key, role.id])) as Record<BuiltInRole, string>;
}

async function insertTenant(db: ControlDb, facts: NewTenantFacts) {
  const [made] = await db
    .insert(tenants)
    .values({
      id: facts.tenantId,
      poolId: facts.poolId,
      slug: facts.slug,
      name: facts.name,
      locale: facts.locale,
      timeZone: facts.timeZone,
    })
    .onConflictDoNothing({ target: tenants.slug })
    .returning({ id: tenants.id });
  if (!made) {
    throw new AppError('conflict', 'This address is taken.', {
      fields: { slug: 'This address is taken. Choose another.' },
    });
  }
}

async function publishFirstBrand(db: ControlDb, tokens: BrandTokens) {
  const { brand } = publishBrand(tokens);
  await db.insert(brandings).values({
    version: 1,
    state: 'published',
    tokens: tokens as unknown as Record<string, unknown>,
    brand: brand as unknown as Record<string, unknown>,
    publishedAt: new Date(),
  });
}

async function placeInHome(db: ControlDb, tenantId: string, home: Home) {
  const { shardId, tier, databaseName, schemaName, roleName } = home;
  await db
    .insert(placements)
    .values({ tenantId, shardId, tier, databaseName, schemaName, roleName });
}

/** In the shared tables of the first open shard. */
async function placePooled(db: ControlDb, tenantId: string) {
  const [shard] = await db
    .select({ id: shards.id })
    .from(shards)
    .where(sql`state = 'open'`)
    .limit(1);
  if (!shard) throw new AppError('unavailable', 'No shard takes new tenants at the moment.');
  await db.insert(placements).values({
    tenantId,
    shardId: shard.id,
    tier: 'pooled',
    databaseName: sql`current_database()`,
    schemaName: 'pooled',
    roleName: 'rowhouse_app',
  });
  await db.execute(sql`select app.place_pooled(${tenantId}::uuid)`);
}
