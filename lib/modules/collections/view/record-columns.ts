import { records } from '@/db/schema/tenant/collections';

/** What is read of a record, whichever way it is found. */
export const recordColumns = {
  id: records.id,
  version: records.version,
  data: records.data,
  createdAt: records.createdAt,
  updatedAt: records.updatedAt,
  createdBy: records.createdBy,
  updatedBy: records.updatedBy,
};
