import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { exportsFlag } from '../flags';
import { downloadRecords } from './download';
import { fetchExport } from './fetch';
import { listExports } from './list';
import { runExport } from './run';
import { ExportContent, ExportId, ExportInput, RecordExport } from './shapes';
import { retryExport, startExport } from './start';
import { sweepExport } from './sweep';
import { tellExported } from './tell';

const common = { module: 'collections', plane: 'tenant', permission: 'records.export' } as const;
const job = { module: 'collections', permission: 'job', method: 'POST', path: null } as const;

export const exportProcedures = {
  download: procedure(
    {
      ...common,
      name: 'exports.download',
      flag: exportsFlag,
      summary: 'Download the records of a view, or of the whole collection, as CSV, Excel or JSON.',
      method: 'GET',
      path: '/collections/{collectionId}/export',
      rate: 'heavy',
      input: ExportInput,
      output: z.file(),
    },
    downloadRecords,
  ),
  start: procedure(
    {
      ...common,
      name: 'exports.start',
      flag: exportsFlag,
      summary: 'Have a file of a view, or of the whole collection, made while nobody waits.',
      method: 'POST',
      path: '/collections/{collectionId}/exports',
      rate: 'heavy',
      input: ExportInput,
      output: z.object({ id: z.uuid() }),
    },
    startExport,
  ),
  list: procedure(
    {
      ...common,
      name: 'exports.list',
      summary: 'List the files that were made of a collection.',
      method: 'GET',
      path: '/collections/{collectionId}/exports',
      input: z.strictObject({ collectionId: z.uuid() }),
      output: z.array(RecordExport),
    },
    listExports,
  ),
  retry: procedure(
    {
      ...common,
      name: 'exports.retry',
      flag: exportsFlag,
      summary:
        'Have a file that failed, is gone, or shows more than one may see by now, made again.',
      method: 'POST',
      path: '/exports/{exportId}/retry',
      rate: 'heavy',
      input: ExportId,
      output: z.object({ id: z.uuid() }),
    },
    retryExport,
  ),
  content: procedure(
    {
      ...common,
      name: 'exports.content',
      summary: 'Fetch a file that was made, with a link of one’s own.',
      method: 'GET',
      path: '/exports/{exportId}/content',
      input: ExportContent,
      output: z.file(),
    },
    fetchExport,
  ),
  run: procedure(
    {
      ...job,
      plane: 'tenant',
      name: 'exports.run',
      summary: 'Makes a file of records',
      transaction: 'none',
      input: ExportId,
      output: z.null(),
    },
    runExport,
  ),
  sweep: procedure(
    {
      ...job,
      plane: 'tenant',
      name: 'exports.sweep',
      summary: 'Forgets a file whose time is over',
      transaction: 'none',
      input: ExportId,
      output: z.null(),
    },
    sweepExport,
  ),
  tell: procedure(
    {
      ...job,
      plane: 'control',
      name: 'exports.tell',
      summary: 'Mails who asked for a file that it is ready',
      input: ExportId,
      output: z.void(),
    },
    tellExported,
  ),
};
