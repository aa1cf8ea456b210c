import type { DoorCall } from '../doors/call';
import { describeOwnCollections } from './collections/procedures';
import type { OwnInterface } from './define-module';

/**
 * What each module tells a caller of the interface to a tenant's own things; each rejects for whoever
 * may not see them.
 */
export const ownInterfaces: readonly ((call: DoorCall) => Promise<OwnInterface>)[] = [
  describeOwnCollections,
];
