import { v7 as uuidv7 } from 'uuid';
import type { ControlDb } from '@/db/control';
import { credentials, users } from '@/db/schema/control';
import { personName, random } from '@/db/seed/names';
import type { SeedPool, SeedRole } from '@/db/seed/world';
import { emailKey } from '@/lib/identity/email';

export interface SeededPerson {
  id: string;
  email: string;
  name: string;
}

export interface SeededMember extends SeededPerson {
  role: SeedRole;
}

/** Everybody of a pool by address, with the demo password. */
export async function seedPeople(
  db: ControlDb,
  pool: SeedPool,
  { poolId, passwordHash }: { poolId: string; passwordHash: string },
): Promise<Map<string, SeededPerson>> {
  const named = [...Object.entries(pool.people), ...pool.tenants.flatMap(crowdOf)];
  const people = named.map(([email, name]) => ({ id: uuidv7(), email, name }));
  await db.insert(users).values(
    people.map((person) => ({
      ...person,
      poolId,
      emailKey: emailKey(person.email),
      emailVerifiedAt: new Date(),
    })),
  );
  await db.insert(credentials).values(
    people.map(({ id }) => ({
      poolId,
      userId: id,
      kind: 'password' as const,
      secret: passwordHash,
    })),
  );
  return new Map(people.map((person) => [person.email, person]));
}

/** Address and name of a tenant's further members. */
export function crowdOf({
  slug,
  crowd,
  timeZone,
}: SeedPool['tenants'][number]): [string, string][] {
  const next = random(slug.length * 7919 + crowd);
  const style = timeZone === 'Asia/Seoul' ? 'ko' : 'en';
  return Array.from({ length: crowd }, (_, at) => [
    `member${at + 1}@${slug}.example`,
    personName(next, style),
  ]);
}
