import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publishPlan, putOn } from '@/lib/billing/testing/plans';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { openStaff } from '@/lib/platform/testing/staff';
import { router } from '@/lib/router';
import { setFileStore } from './file-store';
import { LocalFolder } from './local-folder';

/** Goes on once something else was done. */
class Waiting extends LocalFolder {
  override async write(...given: Parameters<LocalFolder['write']>) {
    const stored = await super.write(...given);
    await meanwhile();
    return stored;
  }
}

let meanwhile = async () => {};
let dataDir: string;
let world: World;
let asStaff: () => DoorCall;
let a: TestTenant;
let admin: TestMember;
let ways: Record<string, (content: string) => Promise<unknown>>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'rowhouse-files-'));
  setFileStore(new Waiting(dataDir));
  world = await openWorld();
  asStaff = await openStaff(world);
});
afterAll(async () => {
  await world.end();
  await rm(dataDir, { recursive: true, force: true });
});

beforeEach(async () => {
  const { collections, fields, attachments, files, tasks } = router;
  a = await world.tenant();
  admin = await world.member(a, 'admin');
  const { id: collectionId } = await invoke(collections.create, { name: 'Things' }, admin.call());
  const papers = { collectionId, name: 'Papers', type: 'file' as const };
  const { id: fieldId } = await invoke(fields.create, papers, admin.call());
  const targets = [{ kind: 'person' as const, userId: admin.userId }];
  const draft = { title: 'Essay', dueAt: null, takesFiles: true, targets };
  const { id: taskId } = await invoke(tasks.create, draft, admin.call());
  const file = (content: string) => new File([content], 'words.csv');
  ways = {
    attachment: (content) =>
      invoke(attachments.upload, { fieldId, file: file(content) }, admin.call()),
    import: (content) => invoke(files.upload, { file: file(content) }, admin.call()),
    task: (content) => invoke(tasks.upload, { taskId, file: file(content) }, admin.call()),
  };
});

const content = 'Name\nKim\n';
const allow = async (max: number) => {
  const limits = { storage: { max, kind: 'hard' as const } };
  await putOn(asStaff, a.tenantId, await publishPlan(asStaff, { limits }));
};
const used = async () =>
  (await invoke(router.plan.get, {}, admin.call())).limits.find(({ name }) => name === 'storage')
    ?.used;

describe('where the plan has no room for files', () => {
  it.each(['attachment', 'import', 'task'])('none comes in as %s, to the byte', async (way) => {
    await allow(content.length * 2 - 1);
    await ways[way]?.(content);
    await expect(ways[way]?.(content)).rejects.toMatchObject({
      code: 'limit',
      message: expect.stringMatching(/^The plan .+ for files at most/),
    });
    expect(await used()).toBe(content.length);
    await allow(content.length * 2);
    await ways[way]?.(content);
    expect(await used()).toBe(content.length * 2);
  });

  it.each(['attachment', 'import', 'task'])(
    'none comes in as %s that was on its way',
    async (way) => {
      await allow(content.length);
      meanwhile = () => allow(content.length - 1);
      const late = ways[way]?.(content);
      await expect(late).rejects.toMatchObject({ code: 'limit' });
      meanwhile = async () => {};
      expect(await used()).toBe(0);
    },
  );

  it('one of two hundred at once is let in where there is room for one', async () => {
    await allow(content.length);
    const all = Array.from({ length: 67 }, () => Object.values(ways)).flat();
    const outcomes = await Promise.allSettled(all.map((upload) => upload(content)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await used()).toBe(content.length);
  });
});
