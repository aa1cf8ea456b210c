import { procedure } from '@/lib/doors/procedure';
import { listHistory } from './history';
import { HistoryInput, HistoryPage, Version, VersionInput } from './shapes';
import { getVersion } from './version';

const read = { module: 'collections', plane: 'tenant', permission: 'records.read' } as const;

export const historyProcedures = {
  history: procedure(
    {
      ...read,
      name: 'records.history',
      summary: 'List what happened to a record: who, when, and each field before and after.',
      method: 'GET',
      path: '/collections/{collectionId}/records/{recordId}/history',
      input: HistoryInput,
      output: HistoryPage,
    },
    listHistory,
  ),
  version: procedure(
    {
      ...read,
      name: 'records.version',
      summary: 'Read a record as it was after one entry of its history.',
      method: 'GET',
      path: '/collections/{collectionId}/records/{recordId}/versions/{entryId}',
      input: VersionInput,
      output: Version,
    },
    getVersion,
  ),
};
