import { sharedRecords } from './collections/procedures';
import type { Shareable } from './shareable';

/** What stands behind each view that a manifest declares shareable, by `module.view`. */
export const shareables: Readonly<Record<string, Shareable>> = {
  'collections.records': sharedRecords,
};
