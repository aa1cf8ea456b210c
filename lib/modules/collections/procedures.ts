import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { collectionInterface } from './api/operations';
import { collectionProcedures } from './collections/procedures';
import { exportProcedures } from './exports/procedures';
import { fieldProcedures } from './fields/procedures';
import { fileProcedures } from './files/procedures';
import { importProcedures } from './imports/procedures';
import { recordProcedures } from './records/procedures';
import { sample } from './sample/procedures';
import { viewProcedures } from './views/procedures';

export const collectionsProcedures = {
  collections: { ...collectionProcedures, sample },
  fields: fieldProcedures,
  records: recordProcedures,
  views: viewProcedures,
  imports: importProcedures,
  exports: exportProcedures,
  files: fileProcedures,
};

/** The interface to the collections that the caller may see. */
export const describeOwnCollections = async (call: DoorCall) =>
  collectionInterface(await invoke(collectionProcedures.describe, {}, call));
