import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { downloadFile, uploadFile } from './verbs';

const common = {
  module: 'collections',
  plane: 'tenant',
  permission: 'records.import',
  rate: 'heavy',
} as const;

export const fileProcedures = {
  upload: procedure(
    {
      ...common,
      name: 'files.upload',
      summary:
        'Upload a CSV, JSON or Excel file of up to 10 MB, as multipart form data, to import it.',
      method: 'POST',
      path: '/files',
      transaction: 'none',
      input: z.strictObject({ file: z.file() }),
      output: z.object({
        id: z.uuid(),
        name: z.string(),
        mediaType: z.string(),
        sizeBytes: z.number().int(),
      }),
    },
    uploadFile,
  ),
  download: procedure(
    {
      ...common,
      name: 'files.download',
      summary: 'Download an uploaded file.',
      method: 'GET',
      path: '/files/{fileId}',
      input: z.strictObject({ fileId: z.uuid() }),
      output: z.file(),
    },
    downloadFile,
  ),
};
