import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import {
  copyBackup,
  createBackup,
  getOperation,
  listBackups,
  previewBackup,
  restoreBackup,
} from './backups';
import {
  createFullExport,
  downloadFullExport,
  ExportContent,
  ExportLink,
  linkFullExport,
} from './full-exports';
import { copyMoment, getMomentWindow, previewMoment, restoreMoment } from './moments';
import {
  Asked,
  BackupCopy,
  BackupId,
  BackupList,
  Moment,
  MomentCopy,
  MomentWindow,
  OperationFacts,
} from './shapes';

const byManager = {
  permission: 'backups.manage',
  plane: 'control',
  method: 'POST',
  rate: 'heavy',
} as const;

export const backupsProcedures = {
  list: procedure(
    {
      name: 'backups.list',
      summary: 'List backups and exports, and the work that is under way',
      method: 'GET',
      path: '/backups',
      permission: 'data.read',
      plane: 'control',
      input: z.strictObject({}),
      output: BackupList,
    },
    listBackups,
  ),
  create: procedure(
    {
      name: 'backups.create',
      summary: 'Take a backup of everything as it is now',
      ...byManager,
      path: '/backups',
      input: z.strictObject({}),
      output: Asked,
    },
    createBackup,
  ),
  preview: procedure(
    {
      name: 'backups.preview',
      summary: 'Find out what restoring a backup would change',
      ...byManager,
      path: '/backups/{id}/preview',
      input: BackupId,
      output: Asked,
    },
    previewBackup,
  ),
  restore: procedure(
    {
      name: 'backups.restore',
      summary: 'Make everything what it was when a backup was taken',
      ...byManager,
      path: '/backups/{id}/restore',
      input: BackupId,
      output: Asked,
    },
    restoreBackup,
  ),
  copy: procedure(
    {
      name: 'backups.copy',
      summary: 'Restore a backup into a workspace of its own',
      ...byManager,
      path: '/backups/{id}/copy',
      input: BackupCopy,
      output: Asked,
    },
    copyBackup,
  ),
};

export const momentsProcedures = {
  window: procedure(
    {
      name: 'moments.window',
      summary: 'Read between which moments everything can be gone back to',
      method: 'GET',
      path: '/moments',
      permission: 'data.read',
      plane: 'control',
      input: z.strictObject({}),
      output: MomentWindow,
    },
    getMomentWindow,
  ),
  preview: procedure(
    {
      name: 'moments.preview',
      summary: 'Find out what going back to a moment would change',
      ...byManager,
      path: '/moments/preview',
      input: Moment,
      output: Asked,
    },
    previewMoment,
  ),
  restore: procedure(
    {
      name: 'moments.restore',
      summary: 'Make everything what it was at a moment',
      ...byManager,
      path: '/moments/restore',
      input: Moment,
      output: Asked,
    },
    restoreMoment,
  ),
  copy: procedure(
    {
      name: 'moments.copy',
      summary: 'Open a workspace of its own with everything as it was at a moment',
      ...byManager,
      path: '/moments/copy',
      input: MomentCopy,
      output: Asked,
    },
    copyMoment,
  ),
};

export const fullExportsProcedures = {
  create: procedure(
    {
      name: 'fullExports.create',
      summary: 'Export everything into files that other programs read',
      ...byManager,
      path: '/full-exports',
      input: z.strictObject({}),
      output: Asked,
    },
    createFullExport,
  ),
  link: procedure(
    {
      name: 'fullExports.link',
      summary: 'Make a link with which an export can be fetched for 15 minutes',
      ...byManager,
      path: '/full-exports/{id}/link',
      input: BackupId,
      output: ExportLink,
    },
    linkFullExport,
  ),
  content: procedure(
    {
      name: 'fullExports.content',
      summary: 'Fetch an export with a link that still works',
      method: 'GET',
      path: '/full-exports/{id}/content',
      permission: 'public',
      plane: 'control',
      rate: 'heavy',
      input: ExportContent,
      output: z.file(),
    },
    downloadFullExport,
  ),
};

export const operationsProcedures = {
  get: procedure(
    {
      name: 'operations.get',
      summary: 'Read how a backup, restore or export is coming along',
      method: 'GET',
      path: '/operations/{id}',
      permission: 'data.read',
      plane: 'control',
      input: z.strictObject({ id: z.uuid() }),
      output: OperationFacts,
    },
    getOperation,
  ),
};
