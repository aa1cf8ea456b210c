import { seedCollections, seedRows } from '@/db/seed/collections';
import type { SeedCollection, SeedField } from '@/db/seed/shapes';
import type { SeedTenant } from '@/db/seed/world';
import { AppError } from '@/lib/errors';
import { actingIn } from './acting';
import { addPapers, doDeeds } from './lived-in';
import { type Crew, fieldNamed, type Made, type MadeField, personAt, withPeople } from './made';
import type { SeededMember } from './people';
import { addForm, addRules, addViews } from './set-up-for-use';
import { addTasks } from './tasks';
import { addTeams } from './teams';

/** Rows sent with one call. */
const batch = 500;

/** Fills a demo tenant's collections through the same procedures its people use. */
export async function seedContent(tenant: SeedTenant, members: SeededMember[]): Promise<void> {
  const crew = { members: byRole(members), as: await actingIn(tenant) };
  const made: Made[] = [];
  for (const [at, seed] of (seedCollections[tenant.slug] ?? []).entries()) {
    made.push(await fill(crew, seed, { made, seedNumber: tenant.slug.length * 1000 + at }));
  }
  const run = crew.as(personAt(crew, 0));
  for (const one of made) {
    await addPapers(run, one);
    await addViews(run, one);
    await addRules(run, one);
    await addForm(run, one);
    await doDeeds(crew, one);
  }
  await addTeams(run, tenant.teams ?? [], members);
  await addTasks(crew, tenant);
}

const roleOrder = ['admin', 'company', 'advanced', 'basic', 'guest'];
const byRole = (members: SeededMember[]) =>
  members.toSorted((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role));

async function fill(
  crew: Crew,
  seed: SeedCollection,
  { made, seedNumber }: { made: Made[]; seedNumber: number },
): Promise<Made> {
  const run = crew.as(personAt(crew, 0));
  const { name, description, icon } = seed;
  const { id } = await run<{ id: string }>('collections.create', { name, description, icon });
  const fields: MadeField[] = [];
  for (const field of seed.fields) {
    const options = optionsOf(field, { seed, fields, made });
    fields.push(await run('fields.create', fieldInput(id, field, options)));
  }
  const rows = seedRows(seed, seedNumber);
  const data = rows.map((row) => withPeople(crew, { fields, seed }, row));
  const records: string[] = [];
  for (let at = 0; at < data.length; at += batch) {
    const some = { collectionId: id, records: data.slice(at, at + batch) };
    records.push(...(await run<{ ids: string[] }>('records.createMany', some)).ids);
  }
  return { id, seed, fields, rows, records };
}

const fieldInput = (collectionId: string, field: SeedField, options: object) => ({
  collectionId,
  name: field.name,
  type: field.type,
  required: field.required ?? false,
  unique: field.unique ?? false,
  ...(field.default !== undefined && { default: field.default }),
  ...(field.width !== undefined && { width: field.width }),
  options,
});

type Around = Pick<Made, 'seed' | 'fields'> & { made: Made[] };

function optionsOf({ choices, options, many, ...field }: SeedField, around: Around): object {
  if (choices) {
    return {
      choices: choices.map((name, at) => ({ id: choiceId(name), name, color: colorAt(at) })),
    };
  }
  if (field.target) return { targetId: collectionNamed(around.made, field.target).id, many };
  if (!field.through) return options ?? {};
  const relation = around.seed.fields.find(({ name }) => name === field.through);
  return {
    relationId: fieldNamed(around, field.through).id,
    shownId: fieldNamed(collectionNamed(around.made, relation?.target), field.shows).id,
  };
}

function collectionNamed(made: Made[], name: string | undefined): Made {
  const found = made.find(({ seed }) => seed.name === name);
  if (!found) throw new AppError('not_found', `There is no demo collection ${name} yet.`);
  return found;
}

const choiceId = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 24);

const colors = ['blue', 'green', 'orange', 'purple', 'teal', 'red', 'yellow', 'pink', 'gray'];
const colorAt = (at: number) => colors[at % colors.length];
