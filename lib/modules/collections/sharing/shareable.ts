import type { Shareable } from '../../shareable';
import { concerning } from './concerning';
import { places, rows, settle } from './offer';
import { readShared } from './read-shared';

/** Records of a collection, for people of another tenant. */
export const sharedRecords: Shareable = { places, rows, settle, read: readShared, concerning };
