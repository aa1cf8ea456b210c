import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { sweepAttachments } from './sweep';
import { downloadAttachment, uploadAttachment } from './verbs';

const common = { module: 'collections', plane: 'tenant' } as const;

export const attachmentProcedures = {
  upload: procedure(
    {
      ...common,
      name: 'attachments.upload',
      summary:
        'Upload a file of up to 10 MB for a field of files, as multipart form data, to write its id into a record within a day.',
      permission: 'records.write',
      rate: 'write',
      method: 'POST',
      path: '/fields/{fieldId}/attachments',
      transaction: 'none',
      input: z.strictObject({ fieldId: z.uuid(), file: z.file() }),
      output: z.object({
        id: z.uuid(),
        name: z.string(),
        mediaType: z.string(),
        sizeBytes: z.number().int(),
        /** As it stands in a record: the id, a slash and the name. */
        value: z.string(),
      }),
    },
    uploadAttachment,
  ),
  download: procedure(
    {
      ...common,
      name: 'attachments.download',
      summary: 'Download a file that a record holds.',
      permission: 'records.read',
      method: 'GET',
      path: '/attachments/{attachmentId}',
      input: z.strictObject({ attachmentId: z.uuid() }),
      output: z.file(),
    },
    downloadAttachment,
  ),
  sweep: procedure(
    {
      ...common,
      name: 'attachments.sweep',
      summary: 'Removes files that no record holds',
      permission: 'job',
      method: 'POST',
      path: null,
      transaction: 'none',
      input: z.strictObject({}),
      output: z.void(),
    },
    sweepAttachments,
  ),
};
