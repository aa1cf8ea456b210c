import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { downloadRecords } from './download';
import { ExportInput } from './shapes';

export const exportProcedures = {
  download: procedure(
    {
      name: 'exports.download',
      summary: 'Download the records of a view, or of the whole collection, as CSV, Excel or JSON.',
      method: 'GET',
      path: '/collections/{collectionId}/export',
      module: 'collections',
      plane: 'tenant',
      permission: 'records.export',
      rate: 'heavy',
      input: ExportInput,
      output: z.file(),
    },
    downloadRecords,
  ),
};
