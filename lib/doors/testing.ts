import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { DatabaseConfig } from '@/db/client';
import type { Home, Place } from '@/db/homes/home';
import { withPool } from '@/db/pool';
import {
  logins,
  membershipRoles,
  memberships,
  roles,
  sessions,
  tenants,
  users,
} from '@/db/schema/control';
import { people } from '@/db/schema/tenant';
import { mintPoolScope, mintTenantScope } from '@/db/scope';
import { withTenant } from '@/db/tenant';
import { createTestDatabase, type TestDatabase } from '@/db/testing/database';
import { testTier } from '@/db/testing/tier';
import type { BuiltInRole } from '../access/permissions';
import { sessionCookie } from '../identity/cookies';
import { takeSeat } from '../identity/seats';
import { hashToken, newToken } from '../identity/secrets';
import type { Language } from '../language/languages';
import { BrandTokens } from '../tenancy/branding/tokens';
import { housed } from '../tenancy/housed';
import { openTenant } from '../tenancy/provisioning';
import type { DoorCall } from './call';
import { webCall } from './web-call';

export interface TestTenant {
  tenantId: string;
  poolId: string;
  slug: string;
  host: string;
  roleIds: Record<BuiltInRole, string>;
  home: Home | null;
}

export interface TestMember {
  userId: string;
  email: string;
  /** Session token, as the cookie holds it. */
  token: string;
  /** Opens a fresh call as this member, through the same headers a browser sends. */
  call(): DoorCall;
}

interface TenantOptions {
  poolId?: string;
  slug?: string;
  locale?: Language;
  /** Takes a home that stands ready instead of having one made. */
  stocked?: boolean;
}

export interface World {
  database: TestDatabase;
  tenant(options?: TenantOptions): Promise<TestTenant>;
  member(tenant: TestTenant, role: BuiltInRole, options?: { email?: string }): Promise<TestMember>;
  /** Rows of a tenant's own plane as superuser; its tables need no schema before their name. */
  rowsOf<T extends Record<string, unknown>>(
    tenant: TestTenant,
    text: string,
    values?: unknown[],
  ): Promise<T[]>;
  /** The same in the shared tables and every home, one after another. */
  rowsEverywhere<T extends Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
  /** A call on the tenant's host by nobody in particular. */
  anonymous(tenant: TestTenant): DoorCall;
  end(): Promise<void>;
}

/** A database of its own with as many tenants and members as a test mints. */
export async function openWorld(config: Partial<DatabaseConfig> = {}): Promise<World> {
  const database = await createTestDatabase(config);
  const homes: (Home | null)[] = [null];
  return {
    database,
    tenant: async (options) => {
      const tenant = await mintTenant(database, options);
      if (tenant.home) homes.push(tenant.home);
      return tenant;
    },
    rowsEverywhere: async <T extends Record<string, unknown>>(text: string, values?: unknown[]) => {
      const rows: T[] = [];
      for (const home of homes) rows.push(...(await database.queryPlane<T>(home, text, values)));
      return rows;
    },
    rowsOf: (tenant, text, values) => database.queryPlane(tenant.home, text, values),
    member: mintMember,
    anonymous: (tenant) => callFrom(tenant, null),
    end: database.drop,
  };
}

const scopeOf = ({ poolId, tenantId }: { poolId: string; tenantId: string }) =>
  mintPoolScope({ poolId, tenantId, actorId: null, requestId: uuidv7() });

async function mintTenant(
  database: TestDatabase,
  options: TenantOptions = {},
): Promise<TestTenant> {
  const tier = testTier();
  if (tier !== 'pooled' && !options.stocked) await database.addHome(tier);
  const poolId = options.poolId ?? uuidv7();
  return await housed({ tier }, (at) => openAt({ ...at, poolId }, options));
}

async function openAt(
  ids: { tenantId: string; poolId: string; place: Place },
  options: TenantOptions,
): Promise<TestTenant> {
  const slug = options.slug ?? `t-${ids.tenantId.slice(-12)}`;
  const roleIds = await withPool(
    scopeOf(ids),
    (db) =>
      openTenant(
        db,
        {
          ...ids,
          slug,
          name: slug,
          locale: options.locale ?? 'en',
          timeZone: 'UTC',
          brand: BrandTokens.parse({ color: '#3355ff', name: slug }),
        },
        options.poolId ? null : { kind: 'private', name: slug },
      ),
    { write: true },
  );
  const home = ids.place.tier === 'pooled' ? null : ({ ...ids.place, id: ids.tenantId } as Home);
  return { ...ids, home, slug, roleIds, host: `${slug}.rowhouse.localhost` };
}

async function mintMember(
  tenant: TestTenant,
  role: BuiltInRole,
  options: { email?: string } = {},
): Promise<TestMember> {
  const email = options.email ?? `${role}-${uuidv7().slice(-12)}@example.com`;
  const token = newToken();
  const userId = await withPool(
    scopeOf(tenant),
    async (db) => {
      const known = await db.select({ id: users.id }).from(users).where(eq(users.emailKey, email));
      const id = known[0]?.id ?? uuidv7();
      if (!known[0]) {
        await db
          .insert(users)
          .values({ id, poolId: tenant.poolId, email, emailKey: email, name: `${role} member` });
      }
      const membershipId = uuidv7();
      await db.insert(memberships).values({ id: membershipId, userId: id });
      await db.insert(membershipRoles).values({ membershipId, roleId: tenant.roleIds[role] });
      await takeSeat(db);
      const loginId = uuidv7();
      const who = { poolId: tenant.poolId, userId: id };
      await db.insert(logins).values({ ...who, id: loginId, method: 'test' });
      await db.insert(sessions).values({
        ...who,
        loginId,
        tenantId: tenant.tenantId,
        host: tenant.host,
        tokenHash: hashToken(token),
        idleSeconds: 3600,
        expiresAt: new Date(Date.now() + 3_600_000),
      });
      return id;
    },
    { write: true },
  );
  const scope = mintTenantScope({ tenantId: tenant.tenantId, actorId: null, requestId: uuidv7() });
  await withTenant(scope, (db) =>
    db.insert(people).values({ id: userId, name: `${role} member`, email }),
  );
  return { userId, email, token, call: () => callFrom(tenant, token) };
}

function callFrom({ host }: TestTenant, token: string | null): DoorCall {
  const headers = new Headers({ host, 'user-agent': 'test' });
  if (token) headers.set('cookie', `${sessionCookie()}=${token}`);
  return webCall('rest', headers, '127.0.0.1');
}

/** Sets a tenant's status as the platform would. */
export const setStatus = (tenant: TestTenant, status: 'active' | 'suspended' | 'closed') =>
  withPool(scopeOf(tenant), (db) =>
    db.update(tenants).set({ status }).where(eq(tenants.id, tenant.tenantId)),
  );

/** A tenant's own role with exactly these permissions; answers its id. */
export async function mintRole(tenant: TestTenant, permissions: string[]): Promise<string> {
  const key = `custom-${uuidv7().slice(-12)}`;
  const [made] = await withPool(scopeOf(tenant), (db) =>
    db.insert(roles).values({ key, name: key, permissions }).returning({ id: roles.id }),
  );
  return made?.id ?? '';
}
