import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { collectionInterface } from './api/operations';
import { attachmentProcedures } from './attachments/procedures';
import { bulkProcedures } from './bulk/procedures';
import { collectionProcedures } from './collections/procedures';
import { comeOverProcedures } from './come-over/procedures';
import { commentProcedures } from './comments/procedures';
import { exportProcedures } from './exports/procedures';
import { fieldProcedures } from './fields/procedures';
import { fileProcedures } from './files/procedures';
import { formProcedures } from './forms/procedures';
import { historyProcedures } from './history/procedures';
import { importProcedures } from './imports/procedures';
import { liveProcedures } from './live/procedures';
import { recordProcedures } from './records/procedures';
import { rulesProcedures } from './rules/procedures';
import { sample } from './sample/procedures';
import { searchProcedures } from './search/procedures';
import { trashProcedures } from './trash/procedures';
import { viewProcedures } from './views/procedures';

export const collectionsProcedures = {
  collections: { ...collectionProcedures, sample, ...comeOverProcedures },
  fields: fieldProcedures,
  records: {
    ...recordProcedures,
    ...historyProcedures,
    ...bulkProcedures,
    ...liveProcedures,
    ...searchProcedures,
  },
  views: viewProcedures,
  rules: rulesProcedures,
  imports: importProcedures,
  exports: exportProcedures,
  files: fileProcedures,
  attachments: attachmentProcedures,
  forms: formProcedures,
  trash: trashProcedures,
  comments: commentProcedures,
};

export { glance } from './glance/glance';
export { nameRecords } from './records/topics';
export { collectionsByTeam, widerCollections } from './rules/wider';
export { sharedRecords } from './sharing/shareable';

/** The interface to the collections that the caller may see. */
export const describeOwnCollections = async (call: DoorCall) =>
  collectionInterface(await invoke(collectionProcedures.describe, {}, call));
