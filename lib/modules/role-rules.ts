import type { RoleFact } from '../access/rights';
import type { ControlCtx } from '../doors/ctx';
import { collectionsByTeam, widerCollections } from './collections/procedures';

/**
 * What of each module would open wider to people of one role if they had another instead, by name:
 * where rules name that role. A module's line here stands beside its line in the registry.
 */
export const widerInstead: readonly ((
  ctx: Pick<ControlCtx, 'readTenant'>,
  roles: { from: RoleFact; to: RoleFact },
) => Promise<string[]>)[] = [widerCollections];

/** Where rules of each module open something by team, by name. */
export const ruledByTeam: readonly ((ctx: Pick<ControlCtx, 'readTenant'>) => Promise<string[]>)[] =
  [collectionsByTeam];
