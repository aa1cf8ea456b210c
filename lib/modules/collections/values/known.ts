import { inArray, or, sql } from 'drizzle-orm';
import { people } from '@/db/schema/tenant/people';
import type { TenantDb } from '@/db/tenant';
import type { CollectionsCtx } from '../context';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { namesAsked } from './links';
import { targetNames } from './targets';
import { isUuid } from './uuid';
import { type Known, type NameIndex, noNames } from './value';

const columns = { id: people.id, name: people.name, email: people.email, state: people.state };

interface Person {
  id: string;
  name: string;
  email: string;
  state: string;
}

type Typed = Pick<StoredField, 'type' | 'options'>;
type Source = Pick<CollectionsCtx, 'db' | 'tenant'>;

const names = <F extends Typed>(whose: 'people' | 'records', fields: readonly F[]) =>
  fields.filter(({ type }) => ruleOf(type).names === whose);

/** Everything the values of these fields can name, for work on many records. */
export async function knownTo({ db, tenant }: Source, fields: readonly Typed[]): Promise<Known> {
  return {
    people: names('people', fields).length > 0 ? await allPeople(db) : noNames,
    records: await targetNames(db, targetsOf(fields)),
    timeZone: tenant.timeZone,
  };
}

/** What these raw values of a few records name. */
export async function knownIn(
  { db, tenant }: Source,
  fields: readonly (Typed & Pick<StoredField, 'key'>)[],
  raws: readonly Record<string, unknown>[],
): Promise<Known> {
  const valuesOf = (whose: 'people' | 'records') =>
    names(whose, fields).flatMap(({ key }) => raws.map((raw) => raw[key]));
  return {
    people: await peopleNamed(db, valuesOf('people')),
    records: await targetNames(db, targetsOf(fields), namesAsked(valuesOf('records'))),
    timeZone: tenant.timeZone,
  };
}

const targetsOf = (fields: readonly Typed[]) => [
  ...new Set(names('records', fields).flatMap(({ options }) => options.targetId ?? [])),
];

const allPeople = async (db: TenantDb) =>
  indexOf(await db.select(columns).from(people).orderBy(people.name).limit(50_000));

async function peopleNamed(db: TenantDb, raw: readonly unknown[]): Promise<NameIndex> {
  const words = raw.filter((one) => typeof one === 'string').map((one) => one.trim());
  if (words.length === 0) return noNames;
  const isId = (word: string): boolean => isUuid(word);
  const ids = words.filter(isId).map((word) => word.toLowerCase());
  const names = words.filter((word) => !isId(word)).map((word) => word.toLowerCase());
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

function indexOf(found: readonly Person[]): NameIndex {
  const names = new Map<string, string | null>();
  const active = found.filter((person) => person.state === 'active');
  for (const { id, name } of active) {
    const key = name.normalize('NFC').toLowerCase();
    names.set(key, names.has(key) ? null : id);
  }
  for (const { id, email } of active) names.set(email.toLowerCase(), id);
  return { ids: new Map(found.map(({ id, name }) => [id, name])), names };
}
