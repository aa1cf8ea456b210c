import { v7 as uuidv7 } from 'uuid';
import { requestFacts } from '@/db/directory';
import {
  type SeedCollection,
  type SeedField,
  type SeedValue,
  seedCollections,
  seedRows,
} from '@/db/seed/collections';
import type { SeedTenant } from '@/db/seed/world';
import { permissionsOfBuiltIn } from '@/lib/access/rights';
import { type DoorCall, lazily } from '@/lib/doors/call';
import { type Callable, invoke } from '@/lib/doors/callable';
import type { Caller, RequestFacts } from '@/lib/doors/caller';
import { proceduresByName } from '@/lib/doors/job';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { SeededMember } from './people';

/** Rows sent with one call. */
const batch = 500;

const icons: Record<string, string> = {
  Students: 'graduation',
  Lessons: 'book',
  Orders: 'package',
  Permits: 'flag',
};

interface Made {
  id: string;
}
interface MadeField {
  key: string;
  options: { choices?: { id: string; name: string }[] };
}

type Run = <T>(name: string, input: unknown) => Promise<T>;

/** Fills a demo tenant's collections through the same procedures its people use. */
export async function seedContent(
  tenant: SeedTenant,
  { members }: { tenantId: string; members: SeededMember[] },
): Promise<void> {
  const run = await actingAs(tenant, members);
  for (const [at, collection] of (seedCollections[tenant.slug] ?? []).entries()) {
    await fill(run, collection, { members, seed: tenant.slug.length * 1000 + at });
  }
}

async function fill(
  run: Run,
  collection: SeedCollection,
  { members, seed }: { members: SeededMember[]; seed: number },
) {
  const { name, description } = collection;
  const { id } = await run<Made>('collections.create', {
    name,
    description,
    icon: icons[name] ?? 'table',
  });
  const made = new Map<string, MadeField>();
  for (const field of collection.fields) {
    made.set(field.key, await run<MadeField>('fields.create', fieldInput(id, field)));
  }
  const rows = seedRows(collection, seed).map((row) =>
    Object.fromEntries(
      collection.fields.flatMap((field) => {
        const stored = made.get(field.key);
        const value = stored ? storedValue(field, stored, row[field.key] ?? null, members) : null;
        return value === null || !stored ? [] : [[stored.key, value]];
      }),
    ),
  );
  for (let at = 0; at < rows.length; at += batch) {
    await run('records.createMany', { collectionId: id, records: rows.slice(at, at + batch) });
  }
}

const fieldInput = (collectionId: string, { name, type, required, choices }: SeedField) => ({
  collectionId,
  name,
  type,
  required: required ?? false,
  ...(choices && {
    options: { choices: choices.map((choice, at) => ({ name: choice, color: colorAt(at) })) },
  }),
});

const colors = ['blue', 'green', 'orange', 'purple', 'teal', 'red', 'yellow', 'pink', 'gray'];
const colorAt = (at: number) => colors[at % colors.length];

/** A seed row names a choice by its words and a person by their place in the list of members. */
function storedValue(
  field: SeedField,
  made: MadeField,
  value: SeedValue,
  members: SeededMember[],
): SeedValue {
  if (field.type === 'select') {
    return made.options.choices?.find((choice) => choice.name === value)?.id ?? null;
  }
  if (field.type === 'person' && typeof value === 'number')
    return members[value % members.length]?.id ?? null;
  return value;
}

/** Calls procedures as the tenant's first admin. */
async function actingAs({ slug }: SeedTenant, members: SeededMember[]): Promise<Run> {
  const admin = members.find((member) => member.role === 'admin');
  const host = `${slug}.${env().ROOT_DOMAIN}`;
  const facts = await requestFacts<RequestFacts>(slug, host, null, 'browser');
  if (!admin || !facts) throw new AppError('precondition', `${slug} has no admin to act as.`);
  const caller: Caller = {
    host: { zone: 'tenant', host, slug },
    tenant: facts.tenant,
    user: { id: admin.id, email: admin.email, name: admin.name, locale: null, timeZone: null },
    membership: { id: admin.id, state: 'active' },
    roles: [],
    session: null,
    token: null,
    staff: null,
    permissions: permissionsOfBuiltIn('admin'),
  };
  return async <T>(name: string, input: unknown) => {
    const procedure = proceduresByName.get(name);
    if (!procedure) throw new AppError('not_found', `There is no procedure ${name}.`);
    return (await invoke(
      procedure as Callable<never, never>,
      input as never,
      seedCall(caller),
    )) as T;
  };
}

const seedCall = (caller: Caller): DoorCall => ({
  door: 'cli',
  requestId: uuidv7(),
  address: null,
  device: 'set-up',
  idempotencyKey: null,
  caller: lazily(async () => caller),
});
