import { router } from '@/lib/router';
import { invoke } from '../callable';
import type { TestMember } from '../testing';
import type { Samples } from './ids';

/**
 * A task that two people handed in and nobody reviewed, a file of it, and an upload that waits to be
 * handed in for another one; and a field that is filled in beside one that can be archived.
 */
export async function plantTasks(
  { ids, canary }: Samples,
  { admin, member }: { admin: TestMember; member: TestMember },
) {
  const { tasks, taskFields } = router;
  const draft = {
    title: canary,
    dueAt: null,
    takesText: true,
    takesFiles: true,
    targets: [{ kind: 'everybody' as const }],
  };
  const { id: taskId } = await invoke(tasks.create, draft, admin.call());
  ids.reviewedTaskId = taskId;
  const file = () => new File([canary], 'essay.txt');
  const { id: fileId } = await invoke(tasks.upload, { taskId, file: file() }, member.call());
  ids.taskFileId = fileId;
  const given = { taskId, after: 0, body: canary };
  await invoke(tasks.handIn, { ...given, fileIds: [fileId] }, member.call());
  await invoke(tasks.handIn, given, admin.call());
  const { id: openId } = await invoke(tasks.create, draft, admin.call());
  ids.openTaskId = openId;
  const waiting = { taskId: openId, file: file() };
  ids.waitingTaskFileId = (await invoke(tasks.upload, waiting, admin.call())).id;
  const spare = await invoke(taskFields.create, { name: 'Spare', type: 'text' }, admin.call());
  ids.spareTaskFieldId = spare.id;
  const gone = await invoke(taskFields.create, { name: 'Gone', type: 'text' }, admin.call());
  ids.goneTaskFieldId = gone.id;
  await invoke(taskFields.archive, { id: gone.id }, admin.call());
  const filled = await invoke(taskFields.create, { name: canary, type: 'text' }, admin.call());
  Object.assign(ids, { taskFieldId: filled.id, taskFieldKey: filled.key });
  const change = { changes: { [filled.key]: canary }, base: { [filled.key]: null } };
  await invoke(taskFields.fill, { ...change, id: taskId }, admin.call());
}
