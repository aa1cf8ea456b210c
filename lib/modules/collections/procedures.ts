import { collectionProcedures } from './collections/procedures';
import { fieldProcedures } from './fields/procedures';
import { recordProcedures } from './records/procedures';

export const collectionsProcedures = {
  collections: collectionProcedures,
  fields: fieldProcedures,
  records: recordProcedures,
};
