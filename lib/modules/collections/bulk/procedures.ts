import { procedure } from '@/lib/doors/procedure';
import { assignValues } from './assign';
import { changeValues } from './change-values';
import { AssignInput, BulkResult, ChangesInput, ChangesResult, UndoInput } from './shapes';
import { undoRequest } from './undo';

const write = { module: 'collections', plane: 'tenant', permission: 'records.write' } as const;

export const bulkProcedures = {
  updateMany: procedure(
    {
      ...write,
      name: 'records.updateMany',
      summary: 'Change fields of up to 1,000 records, refusing value by value what cannot be kept.',
      method: 'POST',
      path: '/collections/{collectionId}/records/changes',
      input: ChangesInput,
      output: ChangesResult,
    },
    changeValues,
  ),
  assign: procedure(
    {
      ...write,
      name: 'records.assign',
      summary: 'Give up to 10,000 records the same values, all or none.',
      method: 'POST',
      path: '/collections/{collectionId}/records/assign',
      input: AssignInput,
      output: BulkResult,
    },
    assignValues,
  ),
  undo: procedure(
    {
      ...write,
      name: 'records.undo',
      summary: 'Take back what one of your own requests did to the records of a collection.',
      method: 'POST',
      path: '/collections/{collectionId}/records/undo',
      input: UndoInput,
      output: BulkResult,
    },
    undoRequest,
  ),
};
