import { inArray, or, sql } from 'drizzle-orm';
import { people } from '@/db/schema/tenant/people';
import type { TenantDb } from '@/db/tenant';
import type { StoredField } from '../fields/shapes';
import { nobody, type PeopleIndex } from './value';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const columns = { id: people.id, name: people.name, email: people.email, state: people.state };

interface Person {
  id: string;
  name: string;
  email: string;
  state: string;
}

const hasPeople = (fields: readonly Pick<StoredField, 'type'>[]) =>
  fields.some((field) => field.type === 'person');

/** Everybody who can be named in a person field; empty when no field points to people. */
export async function allPeople(
  db: TenantDb,
  fields: readonly Pick<StoredField, 'type'>[],
): Promise<PeopleIndex> {
  if (!hasPeople(fields)) return nobody;
  return indexOf(await db.select(columns).from(people).orderBy(people.name).limit(50_000));
}

/** Those members whom these raw values of person fields name. */
export async function peopleNamed(db: TenantDb, raw: readonly unknown[]): Promise<PeopleIndex> {
  const words = raw.filter((one) => typeof one === 'string').map((one) => one.trim());
  if (words.length === 0) return nobody;
  const ids = words.filter((word) => uuid.test(word)).map((word) => word.toLowerCase());
  const names = words.filter((word) => !uuid.test(word)).map((word) => word.toLowerCase());
  const found = await db
    .select(columns)
    .from(people)
    .where(
      or(
        ids.length > 0 ? inArray(people.id, ids) : undefined,
        names.length > 0 ? inArray(sql`lower(${people.email})`, names) : undefined,
        names.length > 0 ? inArray(sql`lower(${people.name})`, names) : undefined,
      ),
    )
    .limit(1_000);
  return indexOf(found);
}

function indexOf(found: readonly Person[]): PeopleIndex {
  const names = new Map<string, string | null>();
  const active = found.filter((person) => person.state === 'active');
  for (const { id, name } of active) {
    const key = name.normalize('NFC').toLowerCase();
    names.set(key, names.has(key) ? null : id);
  }
  for (const { id, email } of active) names.set(email.toLowerCase(), id);
  return { ids: new Map(found.map(({ id, name }) => [id, name])), names };
}
