import { procedure } from '../../doors/procedure';
import { MoveId } from '../moves/shapes';
import {
  declineTier,
  grantTier,
  listTierRequests,
  TierDecline,
  TierDeclined,
  TierGrant,
  TierRequestList,
  TierRequestQuery,
} from './tier-requests';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

export const tierRequestsProcedures = {
  list: procedure(
    {
      name: 'tierRequests.list',
      summary: 'List requests of tenants for another isolation tier',
      method: 'GET',
      path: '/tier-requests',
      ...byStaff,
      reason: 'Looking through requests',
      input: TierRequestQuery,
      output: TierRequestList,
    },
    listTierRequests,
  ),
  grant: procedure(
    {
      name: 'tierRequests.grant',
      summary: 'Grant a tenant the tier it asked for, as a move',
      method: 'POST',
      path: '/tenants/{id}/tier-request/grant',
      ...byStaff,
      input: TierGrant,
      output: MoveId,
    },
    grantTier,
  ),
  decline: procedure(
    {
      name: 'tierRequests.decline',
      summary: 'Decline the tier a tenant asked for',
      method: 'POST',
      path: '/tenants/{id}/tier-request/decline',
      ...byStaff,
      input: TierDecline,
      output: TierDeclined,
    },
    declineTier,
  ),
};
