import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { askMove, MoveWish, NewMove, releaseMove, wishMove } from './ask-move';
import { getMove, listMoves, MoveList, MoveQuery } from './list-moves';
import { listSuggestions, Suggestions } from './list-suggestions';
import { listMoveTargets, MovePlan, MoveTarget, MoveTargets, planMove } from './plan-move';
import { MoveDetail, MoveId, MoveWithReason } from './shapes';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

export const movesProcedures = {
  targets: procedure(
    {
      name: 'moves.targets',
      summary: 'List the shards a tenant can move to',
      method: 'GET',
      path: '/move-targets',
      ...byStaff,
      reason: 'Planning a move',
      input: z.strictObject({}),
      output: MoveTargets,
    },
    listMoveTargets,
  ),
  suggest: procedure(
    {
      name: 'moves.suggest',
      summary: 'List moves that would relieve a shard',
      method: 'GET',
      path: '/move-suggestions',
      ...byStaff,
      reason: 'Looking for tenants to move',
      input: z.strictObject({}),
      output: Suggestions,
    },
    listSuggestions,
  ),
  plan: procedure(
    {
      name: 'moves.plan',
      summary: 'Look at what moving a tenant would mean',
      method: 'GET',
      path: '/tenants/{id}/move-plan',
      ...byStaff,
      rate: 'heavy',
      reason: 'Planning a move',
      input: MoveTarget,
      output: MovePlan,
    },
    planMove,
  ),
  ask: procedure(
    {
      name: 'moves.ask',
      summary: 'Move a tenant to another home',
      method: 'POST',
      path: '/tenants/{id}/moves',
      ...byStaff,
      input: NewMove,
      output: MoveId,
    },
    askMove,
  ),
  list: procedure(
    {
      name: 'moves.list',
      summary: 'List moves of tenants',
      method: 'GET',
      path: '/moves',
      ...byStaff,
      reason: 'Looking through the moves',
      input: MoveQuery,
      output: MoveList,
    },
    listMoves,
  ),
  get: procedure(
    {
      name: 'moves.get',
      summary: 'Read how far a move has come',
      method: 'GET',
      path: '/moves/{moveId}',
      ...byStaff,
      reason: 'Looking at one move',
      input: MoveId,
      output: MoveDetail,
    },
    getMove,
  ),
  wish: procedure(
    {
      name: 'moves.wish',
      summary: 'Finish, hold or give up a move',
      method: 'POST',
      path: '/moves/{moveId}/wish',
      ...byStaff,
      input: MoveWish,
      output: MoveId,
    },
    wishMove,
  ),
  release: procedure(
    {
      name: 'moves.release',
      summary: 'Remove the old copy that a move left',
      method: 'POST',
      path: '/moves/{moveId}/release',
      ...byStaff,
      input: MoveWithReason,
      output: MoveId,
    },
    releaseMove,
  ),
};
