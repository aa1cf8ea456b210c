import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { TierFacts, TierRequestId, TierWish } from './shapes';
import { askTier, getTier, withdrawTier } from './tier';

export const tierProcedures = {
  get: procedure(
    {
      name: 'tier.get',
      summary: 'Read how isolated this workspace is and what else there is',
      method: 'GET',
      path: '/tier',
      permission: 'data.read',
      plane: 'control',
      input: z.strictObject({}),
      output: TierFacts,
    },
    getTier,
  ),
  ask: procedure(
    {
      name: 'tier.ask',
      summary: 'Ask for another isolation tier',
      method: 'POST',
      path: '/tier/request',
      permission: 'isolation.manage',
      plane: 'control',
      rate: 'heavy',
      input: TierWish,
      output: TierRequestId,
    },
    askTier,
  ),
  withdraw: procedure(
    {
      name: 'tier.withdraw',
      summary: 'Take a request for another isolation tier back',
      method: 'DELETE',
      path: '/tier/request',
      permission: 'isolation.manage',
      plane: 'control',
      input: z.strictObject({}),
      output: TierRequestId,
    },
    withdrawTier,
  ),
};
