import { addRecord, makeCollection } from './collections';
import { openTenant } from './tenants';

const stages = ['New', 'Open', 'Done'].map((name) => ({ id: name.toLowerCase(), name }));

/** A collection of three tasks by stage and day, in a tenant of its own. */
export async function openTasks() {
  const tenant = await openTenant();
  const { slug, owner } = tenant;
  const fields = [
    { name: 'Task', type: 'text' },
    { name: 'Stage', type: 'select', options: { choices: stages } },
    { name: 'Due', type: 'date' },
  ];
  const collection = await makeCollection(slug, owner, { name: 'Tasks', fields });
  await addRecord(collection, { task: 'Sweep', stage: 'new', due: '2026-03-03' });
  await addRecord(collection, { task: 'Mop', stage: 'open', due: '2026-03-10' });
  await addRecord(collection, { task: 'Rest', stage: 'open' });
  return { tenant, collection };
}
