import { procedure } from '@/lib/doors/procedure';
import { liveFlag } from '../flags';
import { ChangesSince, listChanges, RecordChanges } from './changes';

export const liveProcedures = {
  changes: procedure(
    {
      name: 'records.changes',
      summary: 'List what changed in a collection since a cursor.',
      module: 'collections',
      flag: liveFlag,
      plane: 'tenant',
      permission: 'records.read',
      rate: 'live',
      method: 'GET',
      path: '/collections/{collectionId}/changes',
      input: ChangesSince,
      output: RecordChanges,
    },
    listChanges,
  ),
};
