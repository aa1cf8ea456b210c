import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { exportCsv } from './csv';
import { ExportInput } from './shapes';

export const exportProcedures = {
  csv: procedure(
    {
      name: 'exports.csv',
      summary: 'Download the records of a view, or of the whole collection, as CSV.',
      method: 'GET',
      path: '/collections/{collectionId}/export',
      module: 'collections',
      plane: 'tenant',
      permission: 'records.export',
      rate: 'heavy',
      input: ExportInput,
      output: z.file(),
    },
    exportCsv,
  ),
};
