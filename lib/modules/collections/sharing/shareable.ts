import type { Shareable } from '../../shareable';
import { concerning } from './concerning';
import { places, rows, seen, settle } from './offer';
import { readShared } from './read-shared';

/** Records of a collection, for people of another tenant. */
export const sharedRecords: Shareable = {
  permission: 'records.read',
  ...{ places, rows, settle, read: readShared, concerning, seen },
};
