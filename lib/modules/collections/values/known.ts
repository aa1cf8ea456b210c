import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { files } from '@/db/schema/tenant/files';
import { people } from '@/db/schema/tenant/people';
import type { TenantDb } from '@/db/tenant';
import { tenantUrl } from '@/lib/tenancy/urls';
import type { ReadingCtx } from '../context';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { fileIdOf, fileRef, filesAsked } from './files';
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

const names = <F extends Typed>(whose: 'people' | 'records' | 'files', fields: readonly F[]) =>
  fields.filter(({ type }) => ruleOf(type).names === whose);

/** Everything the values of these fields can name, for work on many records. */
export async function knownTo(ctx: ReadingCtx, fields: readonly Typed[]): Promise<Known> {
  return {
    people: names('people', fields).length > 0 ? await allPeople(ctx.db) : noNames,
    records: await targetNames(ctx, targetsOf(fields)),
    // Files are named one by one, never looked for.
    files: new Map(),
    fileAt: fileAtOf(ctx.tenant),
    timeZone: ctx.tenant.timeZone,
  };
}

type Keyed = Typed & Pick<StoredField, 'key'>;

/**
 * What these raw values of a few records name. Records that the reader does not see are not among it,
 * except those that `held` documents lead to already: they stay linked, nameless.
 */
export async function knownIn(
  ctx: ReadingCtx,
  fields: readonly Keyed[],
  raws: readonly Record<string, unknown>[],
  held: readonly Record<string, unknown>[] = [],
): Promise<Known> {
  const valuesOf = (whose: 'people' | 'records' | 'files') =>
    names(whose, fields).flatMap(({ key }) => raws.map((raw) => raw[key]));
  return {
    people: await peopleNamed(ctx.db, valuesOf('people')),
    records: withHeld(
      await targetNames(ctx, targetsOf(fields), namesAsked(valuesOf('records'))),
      names('records', fields),
      held,
    ),
    files: await filesNamed(ctx.db, filesAsked(valuesOf('files'))),
    fileAt: fileAtOf(ctx.tenant),
    timeZone: ctx.tenant.timeZone,
  };
}

function withHeld(
  found: Map<string, NameIndex>,
  relations: readonly Keyed[],
  held: readonly Record<string, unknown>[],
) {
  for (const { key, options } of relations) {
    const index = found.get(options.targetId ?? '');
    if (!index) continue;
    const ids = held.flatMap((data) => (Array.isArray(data[key]) ? data[key].map(String) : []));
    const nameless = ids.flatMap((id) => (index.ids.has(id) ? [] : [[id, ''] as const]));
    found.set(options.targetId ?? '', { ...index, ids: new Map([...index.ids, ...nameless]) });
  }
  return found;
}

const fileAtOf = (tenant: ReadingCtx['tenant']) => (ref: string) =>
  tenantUrl(tenant, `/api/v1/attachments/${fileIdOf(ref)}`);

async function filesNamed(db: TenantDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await db
    .select({ id: files.id, name: files.name })
    .from(files)
    .where(
      and(inArray(files.id, [...ids]), eq(files.purpose, 'attachment'), eq(files.state, 'ready')),
    );
  return new Map(found.map(({ id, name }) => [id, fileRef(id, name)]));
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
