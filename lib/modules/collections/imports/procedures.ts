import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { checkImport, examineImport } from './check';
import { changeDraft, draftImport, getDraft } from './draft';
import { failedRows } from './failures';
import { listImports } from './list';
import { loadImport } from './load';
import { revertImport, takeBack } from './revert';
import { previewRevert } from './revert-preview';
import { runImport } from './run';
import {
  Draft,
  DraftInput,
  FailuresInput,
  Import,
  ImportId,
  ImportPatch,
  ListedImport,
  ListInput,
  RevertInput,
  RevertPreview,
} from './shapes';
import { cancelImport, startImport } from './start';

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
  list: procedure(
    {
      ...common,
      name: 'imports.list',
      summary: 'List the imports into a collection, the latest first.',
      method: 'GET',
      path: '/collections/{collectionId}/imports',
      input: ListInput,
      output: z.array(ListedImport),
    },
    listImports,
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
    async (ctx, { importId }) => await loadImport(ctx, importId),
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
      summary: 'Change how a file is read, where its columns go and how rows find records.',
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
      summary:
        'Read the whole file as the import would, without changing a record; a large one in the background.',
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
      summary: 'Download the rows that were refused, with the reasons, to mend and import them.',
      method: 'GET',
      path: '/imports/{importId}/failures',
      rate: 'heavy',
      input: FailuresInput,
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
  revertPreview: procedure(
    {
      ...common,
      name: 'imports.revertPreview',
      summary: 'Tell what taking an import back would do, and what somebody changed since.',
      method: 'GET',
      path: '/imports/{importId}/revert',
      rate: 'heavy',
      input: ImportId,
      output: RevertPreview,
    },
    previewRevert,
  ),
  revert: procedure(
    {
      ...common,
      name: 'imports.revert',
      summary:
        'Take an import back: its records to the trash, and the values it changed as they were.',
      method: 'POST',
      path: '/imports/{importId}/revert',
      transaction: 'none',
      input: RevertInput,
      output: Import,
    },
    revertImport,
  ),
  takeBack: procedure(
    {
      ...common,
      name: 'imports.takeBack',
      summary: 'Take back the records of an import.',
      method: 'POST',
      path: null,
      permission: 'job',
      transaction: 'none',
      input: ImportId,
      output: z.null(),
    },
    takeBack,
  ),
  examine: procedure(
    {
      ...common,
      name: 'imports.examine',
      summary: 'Check the rows of a large file.',
      method: 'POST',
      path: null,
      permission: 'job',
      transaction: 'none',
      input: ImportId,
      output: z.null(),
    },
    examineImport,
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
