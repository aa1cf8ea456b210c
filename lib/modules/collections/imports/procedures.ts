import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { checkImport, failedRows } from './check';
import { changeDraft, draftImport, getDraft } from './draft';
import { loadImport } from './load';
import { runImport } from './run';
import { Draft, DraftInput, Import, ImportId, ImportPatch } from './shapes';
import { cancelImport, revertImport, startImport } from './start';

const common = { module: 'collections', plane: 'tenant', permission: 'records.import' } as const;

export const importProcedures = {
  create: procedure(
    {
      ...common,
      name: 'imports.create',
      summary: 'Look into an uploaded file and propose how to import it.',
      method: 'POST',
      path: '/imports',
      transaction: 'none',
      input: DraftInput,
      output: Draft,
    },
    draftImport,
  ),
  get: procedure(
    {
      ...common,
      name: 'imports.get',
      summary: 'Read an import: its state, progress and errors.',
      method: 'GET',
      path: '/imports/{importId}',
      input: ImportId,
      output: Import,
    },
    async (ctx, { importId }) => await loadImport(ctx.db, importId),
  ),
  preview: procedure(
    {
      ...common,
      name: 'imports.preview',
      summary: 'Read an import with the first rows of its file.',
      method: 'GET',
      path: '/imports/{importId}/preview',
      input: ImportId,
      output: Draft,
    },
    getDraft,
  ),
  update: procedure(
    {
      ...common,
      name: 'imports.update',
      summary: 'Change how a file is read and where its columns go.',
      method: 'PATCH',
      path: '/imports/{importId}',
      transaction: 'none',
      input: ImportPatch,
      output: Draft,
    },
    changeDraft,
  ),
  check: procedure(
    {
      ...common,
      name: 'imports.check',
      summary: 'Read the whole file as the import would, without changing a record.',
      method: 'POST',
      path: '/imports/{importId}/check',
      rate: 'heavy',
      transaction: 'none',
      input: ImportId,
      output: Import,
    },
    checkImport,
  ),
  failures: procedure(
    {
      ...common,
      name: 'imports.failures',
      summary: 'Download the rows that cannot be imported, with the reasons, as CSV.',
      method: 'GET',
      path: '/imports/{importId}/failures',
      rate: 'heavy',
      input: ImportId,
      output: z.file(),
    },
    failedRows,
  ),
  start: procedure(
    {
      ...common,
      name: 'imports.start',
      summary: 'Start an import; the worker writes its rows.',
      method: 'POST',
      path: '/imports/{importId}/start',
      transaction: 'none',
      input: ImportId,
      output: Import,
    },
    startImport,
  ),
  cancel: procedure(
    {
      ...common,
      name: 'imports.cancel',
      summary: 'Stop an import; rows that are in stay.',
      method: 'POST',
      path: '/imports/{importId}/cancel',
      input: ImportId,
      output: Import,
    },
    cancelImport,
  ),
  revert: procedure(
    {
      ...common,
      name: 'imports.revert',
      summary: 'Move every record that an import brought to the trash.',
      method: 'POST',
      path: '/imports/{importId}/revert',
      input: ImportId,
      output: z.object({ removed: z.number().int() }),
    },
    revertImport,
  ),
  run: procedure(
    {
      ...common,
      name: 'imports.run',
      summary: 'Write the rows of an import.',
      method: 'POST',
      path: null,
      permission: 'job',
      transaction: 'none',
      input: ImportId,
      output: z.null(),
    },
    runImport,
  ),
};
