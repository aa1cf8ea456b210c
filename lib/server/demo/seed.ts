import { randomBytes } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { ControlDb } from '@/db/control';
import { giveHost, insertStaff } from '@/db/installation';
import { withPool } from '@/db/pool';
import { controlCounters, domains, membershipRoles, memberships } from '@/db/schema/control';
import { people } from '@/db/schema/tenant';
import { mintPoolScope, mintTenantScope } from '@/db/scope';
import { demoPassword, pools, type SeedPool, type SeedTenant, staffAddress } from '@/db/seed/world';
import { withTenant } from '@/db/tenant';
import { env } from '@/lib/env';
import { hashPassword } from '@/lib/identity/passwords/hashing';
import { hashToken, newToken } from '@/lib/identity/secrets';
import { BrandTokens } from '@/lib/tenancy/branding/tokens';
import { housed } from '@/lib/tenancy/housed';
import { openTenant } from '@/lib/tenancy/provisioning';
import { seedContent } from './content';
import { crowdOf, type SeededMember, type SeededPerson, seedPeople } from './people';
import { seedPlans } from './plans';

/** Fills an empty database with the demo world. Local machines only. */
export async function seedDemo(adminUrl: string): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  const staffToken = await seedStaff(adminUrl, passwordHash);
  const ids = new Map<string, string>();
  for (const pool of pools) await seedPool(pool, { adminUrl, passwordHash, ids });
  await seedPlans(staffToken, ids.get('acme') ?? '');
}

/** The command line's token is left in the data folder, readable by its owner only. */
async function seedStaff(adminUrl: string, passwordHash: string): Promise<string> {
  const token = newToken();
  await insertStaff(adminUrl, {
    email: staffAddress,
    name: 'Rowan House',
    passwordHash,
    tokenHash: hashToken(token),
  });
  const path = join(env().DATA_DIR, 'staff-token');
  writeFileSync(path, token, { mode: 0o600 });
  chmodSync(path, 0o600);
  return token;
}

interface Seeding {
  adminUrl: string;
  passwordHash: string;
  /** Of the tenants, by their addresses, as they are made. */
  ids: Map<string, string>;
}

async function seedPool(pool: SeedPool, { adminUrl, passwordHash, ids: made }: Seeding) {
  const poolId = uuidv7();
  let everybody: Map<string, SeededPerson> | undefined;
  for (const tenant of pool.tenants) {
    everybody = await housed({ tier: tenant.tier ?? 'pooled' }, async ({ tenantId, place }) => {
      const ids = { poolId, tenantId };
      made.set(tenant.slug, tenantId);
      const known = await withPool(
        mintPoolScope({ ...ids, actorId: null, requestId: uuidv7() }),
        async (db) => {
          const newPool = everybody ? null : { name: pool.name, kind: pool.kind };
          const roleIds = await openTenant(db, { ...ids, place, ...looks(tenant) }, newPool);
          const all = everybody ?? (await seedPeople(db, pool, { poolId, passwordHash }));
          await enrol(db, membersOf(tenant, all), roleIds);
          if (tenant.domain) await name(db, tenant.domain);
          return all;
        },
        { write: true },
      );
      await mirror(tenantId, membersOf(tenant, known));
      if (tenant.domain) await giveHost(adminUrl, tenant.domain, tenantId);
      await seedContent(tenant, membersOf(tenant, known));
      return known;
    });
  }
}

const looks = ({ slug, name, locale, timeZone, color, words }: SeedTenant) => ({
  slug,
  name,
  locale,
  timeZone,
  brand: BrandTokens.parse({ color, name, signIn: { words } }),
});

function membersOf(tenant: SeedTenant, all: Map<string, SeededPerson>): SeededMember[] {
  const crowd = crowdOf(tenant).map(([email]) => [email, 'basic'] as const);
  return [...Object.entries(tenant.members), ...crowd].flatMap(([email, role]) => {
    const person = all.get(email);
    return person ? [{ ...person, role }] : [];
  });
}

async function enrol(db: ControlDb, members: SeededMember[], roleIds: Record<string, string>) {
  const rows = members.map((member) => ({ id: uuidv7(), userId: member.id, role: member.role }));
  await db.insert(memberships).values(rows.map(({ id, userId }) => ({ id, userId })));
  await db
    .insert(membershipRoles)
    .values(rows.map(({ id, role }) => ({ membershipId: id, roleId: roleIds[role] ?? '' })));
  await db.insert(controlCounters).values({ name: 'members', value: rows.length });
}

async function name(db: ControlDb, host: string) {
  const proof = randomBytes(16).toString('hex');
  const live = { state: 'live', isPrimary: true, verifiedAt: new Date() } as const;
  await db.insert(domains).values({ host, proof, ...live });
}

async function mirror(tenantId: string, members: SeededMember[]) {
  const scope = mintTenantScope({ tenantId, actorId: null, requestId: uuidv7() });
  await withTenant(scope, (db) =>
    db.insert(people).values(members.map(({ id, name, email }) => ({ id, name, email }))),
  );
}
