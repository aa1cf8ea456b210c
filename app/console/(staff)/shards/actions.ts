'use server';

import { action } from '@/lib/doors/action';
import { shardsProcedures } from '@/lib/platform/shards/procedures';

export const registerShard = action(shardsProcedures.register);
export const configureShard = action(shardsProcedures.configure);
export const changeShardState = action(shardsProcedures.changeState);
