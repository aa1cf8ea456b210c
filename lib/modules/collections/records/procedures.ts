import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { Backlinks, listBacklinks } from './backlinks';
import { groupRecords, listRecordIds, listRecords, sumRecords } from './list';
import { listRecordNames, RecordName } from './names';
import { listPeople, PersonChoice } from './people';
import {
  GroupsInput,
  ListInput,
  RawData,
  RecordGroups,
  RecordId,
  RecordIds,
  RecordPage,
  RecordShape,
  RecordSums,
  SumsInput,
  ViewInput,
} from './shapes';
import { getRecord, updateRecord } from './update';
import { createRecord, createRecords, deleteRecords, restoreRecords } from './write';

const common = { module: 'collections', plane: 'tenant' } as const;
const read = { ...common, permission: 'records.read' } as const;
const write = { ...common, permission: 'records.write' } as const;
const Ids = z.object({ ids: z.array(z.uuid()) });

const Change = RecordId.extend({
  changes: RawData,
  base: RawData.optional(),
  version: z.number().int().optional(),
}).refine(
  ({ changes, base, version }) =>
    version !== undefined || Object.keys(changes).every((key) => base && Object.hasOwn(base, key)),
  { path: ['base'], message: 'Send the value you saw for each changed field, or the version' },
);

export const recordProcedures = {
  list: procedure(
    {
      ...read,
      name: 'records.list',
      summary: 'List records by filters, search and sorts, page by page or from an offset.',
      method: 'GET',
      path: '/collections/{collectionId}/records',
      input: ListInput,
      output: RecordPage,
    },
    listRecords,
  ),
  ids: procedure(
    {
      ...read,
      name: 'records.ids',
      summary: 'List the ids of up to 10,000 records of a view.',
      method: 'GET',
      path: '/collections/{collectionId}/record-ids',
      input: z.strictObject({ collectionId: z.uuid(), ...ViewInput }),
      output: Ids,
    },
    listRecordIds,
  ),
  groups: procedure(
    {
      ...read,
      name: 'records.groups',
      summary: 'Count the records of a view by the values of a field.',
      method: 'GET',
      path: '/collections/{collectionId}/record-groups',
      input: GroupsInput,
      output: RecordGroups,
    },
    groupRecords,
  ),
  sums: procedure(
    {
      ...read,
      name: 'records.sums',
      summary: 'Count the records of a view that have a value in a field, and add up its numbers.',
      method: 'GET',
      path: '/collections/{collectionId}/record-sums',
      input: SumsInput,
      output: RecordSums,
    },
    sumRecords,
  ),
  people: procedure(
    {
      ...read,
      name: 'records.people',
      summary: 'List members that a person field can hold.',
      method: 'GET',
      path: '/records/people',
      input: z.strictObject({
        search: z.string().max(100).optional(),
        ids: z.array(z.uuid()).max(500).optional(),
        limit: z.number().int().min(1).max(500).optional(),
      }),
      output: z.array(PersonChoice),
    },
    listPeople,
  ),
  names: procedure(
    {
      ...read,
      name: 'records.names',
      summary: 'Find records of a collection by what they are called.',
      method: 'GET',
      path: '/collections/{collectionId}/record-names',
      input: z.strictObject({
        collectionId: z.uuid(),
        search: z.string().max(200).optional(),
        ids: z.array(z.uuid()).max(500).optional(),
        limit: z.number().int().min(1).max(100).optional(),
      }),
      output: z.array(RecordName),
    },
    listRecordNames,
  ),
  backlinks: procedure(
    {
      ...read,
      name: 'records.backlinks',
      summary: 'List the records that lead to a record, by the field that does.',
      method: 'GET',
      path: '/collections/{collectionId}/records/{recordId}/backlinks',
      input: RecordId,
      output: z.array(Backlinks),
    },
    listBacklinks,
  ),
  get: procedure(
    {
      ...read,
      name: 'records.get',
      summary: 'Read one record.',
      method: 'GET',
      path: '/collections/{collectionId}/records/{recordId}',
      input: RecordId,
      output: RecordShape,
    },
    getRecord,
  ),
  create: procedure(
    {
      ...write,
      name: 'records.create',
      summary: 'Add a record.',
      method: 'POST',
      path: '/collections/{collectionId}/records',
      input: z.strictObject({ collectionId: z.uuid(), data: RawData.default({}) }),
      output: RecordShape,
    },
    createRecord,
  ),
  createMany: procedure(
    {
      ...write,
      name: 'records.createMany',
      summary: 'Add up to 1,000 records, all or none.',
      method: 'POST',
      path: '/collections/{collectionId}/records/bulk',
      input: z.strictObject({
        collectionId: z.uuid(),
        records: z.array(RawData).min(1, 'Give at least one record').max(1_000),
      }),
      output: Ids,
    },
    createRecords,
  ),
  update: procedure(
    {
      ...write,
      name: 'records.update',
      summary: 'Change fields of a record, refusing to overwrite what somebody else changed.',
      method: 'PATCH',
      path: '/collections/{collectionId}/records/{recordId}',
      input: Change,
      output: RecordShape,
    },
    updateRecord,
  ),
  delete: procedure(
    {
      ...write,
      name: 'records.delete',
      summary: 'Move records to the trash.',
      method: 'POST',
      path: '/collections/{collectionId}/records/delete',
      input: RecordIds,
      output: Ids,
    },
    deleteRecords,
  ),
  restore: procedure(
    {
      ...write,
      name: 'records.restore',
      summary: 'Bring records back from the trash.',
      method: 'POST',
      path: '/collections/{collectionId}/records/restore',
      input: RecordIds,
      output: Ids,
    },
    restoreRecords,
  ),
};
