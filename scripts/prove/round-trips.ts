import fc from 'fast-check';
import { useCluster } from '@/db/testing/cluster';
import { invoke } from '@/lib/doors/callable';
import { openWorld } from '@/lib/doors/testing';
import { setFileStore } from '@/lib/files/file-store';
import { LocalFolder } from '@/lib/files/local-folder';
import { exportProcedures } from '@/lib/modules/collections/exports/procedures';
import { recordProcedures } from '@/lib/modules/collections/records/procedures';
import { type Actors, mintActors, mintCollection } from '@/lib/modules/collections/testing/actors';
import { importing } from '@/lib/modules/collections/testing/importing';
import type { ProofContext } from '../testing/proof';
import { optionsOf, type PlainType, plainTypes, valuesOf } from '../testing/random-values';

export const name = 'round-trips';

const sizes = { small: { rounds: 3, records: 40 }, full: { rounds: 60, records: 120 } };
const formats = ['csv', 'xlsx', 'json'] as const;
const seed = 20_261_122;

/** Random records go out in each format and come in again as they were. */
export async function run({ adminUrl, scratch, size, claim }: ProofContext): Promise<void> {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  setFileStore(new LocalFolder(scratch));
  const world = await openWorld();
  const { rounds, records } = sizes[size];
  try {
    for (const format of formats) {
      let same = 0;
      const wrong: string[] = [];
      for (let round = 0; round < rounds; round++) {
        // A tenant of its own each: exports of one tenant are limited by the minute.
        const actors = await mintActors(world);
        const documents = fc.sample(documentOf(actors), { numRuns: records, seed: seed + round });
        const { sent, come, refused } = await roundTrip(actors, format, documents);
        if (refused) wrong.push(refused);
        sent.forEach((line, at) => {
          if (line === come[at]) same += 1;
          else wrong.push(`${line} came back as ${come[at]}`);
        });
      }
      claim({
        name: `records that go out as ${format} and come in the same`,
        figure: wrong.length > 0 ? `${wrong.length} wrong: ${wrong[0]}` : `${same} of ${same}`,
        bound: 'all',
        ok: wrong.length === 0 && same === rounds * records,
      });
    }
  } finally {
    await world.end();
  }
}

const titleOf = (type: PlainType) => type.replaceAll('_', ' ');
const specs = plainTypes.map((type) => ({ name: titleOf(type), type, options: optionsOf(type) }));

/** A document in which some fields are empty; the people are those of the tenant. */
function documentOf({ basic, guest }: Actors): fc.Arbitrary<Record<string, unknown>> {
  const values = Object.fromEntries(
    plainTypes.map((type) => [
      type,
      type === 'person' ? fc.constantFrom(basic.userId, guest.userId) : valuesOf(type),
    ]),
  );
  // An empty record is an empty line, which a file does not tell from none.
  return fc.record(values, { requiredKeys: ['text'] });
}

async function roundTrip(
  actors: Actors,
  format: (typeof formats)[number],
  documents: readonly Record<string, unknown>[],
) {
  const { admin } = actors;
  const from = await mintCollection(admin, 'Out', specs);
  const to = await mintCollection(admin, 'In', specs);
  const records = documents.map((document) =>
    Object.fromEntries(
      Object.entries(document).map(([type, value]) => [
        from.fields[titleOf(type as PlainType)]?.key ?? type,
        value,
      ]),
    ),
  );
  await invoke(
    recordProcedures.createMany,
    { collectionId: from.id, records: records as never },
    admin.call(),
  );
  const file = await invoke(
    exportProcedures.download,
    { collectionId: from.id, format },
    admin.call(),
  );
  const steps = importing(actors);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { import: draft } = await steps.draftOf(bytes, { collectionId: to.id });
  const done = await steps.run(draft.id);
  const read = async (collectionId: string) =>
    (await steps.listOf(collectionId, { limit: 500 })).records.map(({ data }) =>
      JSON.stringify(data, Object.keys(data).sort()),
    );
  const refused = done.rowsFailed > 0 ? JSON.stringify(done.errors[0]) : undefined;
  return { sent: await read(from.id), come: await read(to.id), refused };
}
