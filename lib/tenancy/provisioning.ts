import type { ControlDb } from '@/db/control';
import type { Place } from '@/db/homes/home';
import { brandings, placements, pools, roles, tenants } from '@/db/schema/control';
import { type BuiltInRole, builtInRoles, roleNames } from '../access/permissions';
import { writeTokens } from './branding/document';
import { publishBrand } from './branding/publish';
import type { BrandTokens } from './branding/tokens';
import { slugTaken } from './slug-taken';

export interface NewTenantFacts {
  tenantId: string;
  poolId: string;
  slug: string;
  name: string;
  locale: 'en' | 'ko';
  timeZone: string;
  brand: BrandTokens;
  place: Place;
}

/**
 * Writes a tenant with its built-in roles, published looks and placement, in the caller's
 * transaction. `place` must know the tenant already: see `housed`. `newPool` makes the identity pool
 * as well. Throws `conflict` when the slug is taken.
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
  await settle(db, facts);
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
  if (!made) throw slugTaken();
}

async function publishFirstBrand(db: ControlDb, tokens: BrandTokens) {
  const { brand } = publishBrand(tokens);
  await db.insert(brandings).values({
    version: 1,
    state: 'published',
    tokens: writeTokens(tokens),
    brand: brand as unknown as Record<string, unknown>,
    publishedAt: new Date(),
  });
}

async function settle(db: ControlDb, { tenantId, place }: NewTenantFacts) {
  const { shardId, tier, databaseName, schemaName, roleName } = place;
  await db
    .insert(placements)
    .values({ tenantId, shardId, tier, databaseName, schemaName, roleName });
}
