import type { SeedDeed } from '@/db/seed/shapes';
import type { Run } from './acting';
import { type Crew, fieldNamed, type Made, personAt, withPeople } from './made';
import { paper } from './paper';

/** A page of text in a field of files, for each of the first records. */
export async function addPapers(run: Run, made: Made): Promise<void> {
  const { papers } = made.seed;
  if (!papers) return;
  const field = fieldNamed(made, papers.field);
  for (const [at, row] of made.rows.slice(0, papers.rows).entries()) {
    const title = papers.title(row);
    const lines = Object.entries(row).flatMap(([key, value]) =>
      typeof value === 'string' ? `${key.replaceAll('_', ' ')}: ${value}` : [],
    );
    const file = new File([paper(title, lines)], `${title.replace(/[:/]/g, '')}.pdf`);
    const { value } = await run<{ value: string }>('attachments.upload', {
      fieldId: field.id,
      file,
    });
    await change(run, made, { row: at, sets: { [field.key]: [value] } });
  }
}

/** What members said of records and changed in them. */
export async function doDeeds(crew: Crew, made: Made): Promise<void> {
  for (const deed of made.seed.deeds ?? []) await perform(crew, made, deed);
}

async function perform(crew: Crew, made: Made, deed: SeedDeed) {
  const run = crew.as(personAt(crew, deed.by));
  if ('sets' in deed) {
    return await change(run, made, { row: deed.row, sets: withPeople(crew, made, deed.sets) });
  }
  const body = deed.says.replace(/@(\d+)/g, (_, at) => `@[${personAt(crew, Number(at)).id}]`);
  await run('comments.create', { ...recordOf(made, deed.row), body });
}

async function change(run: Run, made: Made, { row, sets }: { row: number; sets: object }) {
  const which = recordOf(made, row);
  const { version } = await run<{ version: number }>('records.get', which);
  await run('records.update', { ...which, changes: sets, version });
}

const recordOf = ({ id, records }: Made, row: number) => ({
  collectionId: id,
  recordId: records[row],
});
