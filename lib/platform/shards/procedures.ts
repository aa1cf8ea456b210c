import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import {
  changeShardState,
  configureShard,
  NewShard,
  registerShard,
  ShardSettings,
  ShardState,
} from './change';
import { getShard, listShards, ShardDetail, ShardId, ShardList } from './read';
import { ShardRow } from './shard-row';

const byStaff = { permission: 'staff', plane: 'platform', zone: 'console' } as const;

export const shardsProcedures = {
  list: procedure(
    {
      name: 'platform.shards.list',
      summary: 'List the database servers that hold tenants',
      method: 'GET',
      path: '/shards',
      ...byStaff,
      reason: 'Looking through the shards',
      input: z.strictObject({}),
      output: ShardList,
    },
    listShards,
  ),
  get: procedure(
    {
      name: 'platform.shards.get',
      summary: 'Read one shard with its hot tenants',
      method: 'GET',
      path: '/shards/{id}',
      ...byStaff,
      reason: 'Looking at one shard',
      input: ShardId,
      output: ShardDetail,
    },
    getShard,
  ),
  register: procedure(
    {
      name: 'platform.shards.register',
      summary: 'Make a database server known as a shard',
      method: 'POST',
      path: '/shards',
      ...byStaff,
      input: NewShard,
      output: ShardRow,
    },
    registerShard,
  ),
  configure: procedure(
    {
      name: 'platform.shards.configure',
      summary: 'Change what a shard takes and how much of it',
      method: 'PATCH',
      path: '/shards/{id}',
      ...byStaff,
      input: ShardSettings,
      output: ShardRow,
    },
    configureShard,
  ),
  changeState: procedure(
    {
      name: 'platform.shards.changeState',
      summary: 'Open, close or drain a shard',
      method: 'POST',
      path: '/shards/{id}/state',
      ...byStaff,
      input: ShardState,
      output: ShardRow,
    },
    changeShardState,
  ),
};
