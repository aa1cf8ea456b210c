import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openAttaching } from '../testing/attaching';
import { importing } from '../testing/importing';
import { importProcedures as imports } from './procedures';

let at: Awaited<ReturnType<typeof openAttaching>>;
let steps: ReturnType<typeof importing>;

const rows = 9_000;
const file = ['Name', ...Array.from({ length: rows }, (_, n) => `Row ${n}`)].join('\n');

beforeAll(async () => {
  at = await openAttaching();
  steps = importing(at.actors);
});
afterAll(() => at.end());

async function startOne() {
  const draft = await steps.draftOf(file);
  const importId = draft.import.id;
  const begun = await invoke(imports.start, { importId }, at.actors.admin.call());
  return { importId, collectionId: begun.collectionId ?? '' };
}

/** Names of the records, in the order in which they were made. */
async function namesIn(collectionId: string): Promise<unknown[]> {
  const names: unknown[] = [];
  let cursor: string | null = null;
  do {
    const page = await steps.listOf(collectionId, { limit: 500, ...(cursor && { cursor }) });
    names.push(...page.records.map(({ data }) => data.name));
    cursor = page.nextCursor as string | null;
  } while (cursor);
  return names;
}

const inOrder = (count: number) => Array.from({ length: count }, (_, n) => `Row ${n}`);

it('writes each row once and in the order of the file, also when two workers have it', async () => {
  const { importId, collectionId } = await startOne();
  const both = await Promise.allSettled([steps.work(importId), steps.work(importId)]);
  expect(both.map(({ status }) => status)).toContain('fulfilled');
  await steps.work(importId);
  expect(await steps.get(importId)).toMatchObject({
    state: 'done',
    rowsAdded: rows,
    rowsFailed: 0,
  });
  expect(await namesIn(collectionId)).toEqual(inOrder(rows));
});

it('keeps what it has counted and no more when it is cancelled on its way', async () => {
  const { importId, collectionId } = await startOne();
  const working = steps.work(importId);
  await expect.poll(async () => (await steps.get(importId)).rowsDone).toBeGreaterThan(0);
  await invoke(imports.cancel, { importId }, at.actors.admin.call()).catch(() => undefined);
  await working;
  const { rowsDone } = await steps.get(importId);
  expect(await namesIn(collectionId)).toEqual(inOrder(rowsDone));
});
