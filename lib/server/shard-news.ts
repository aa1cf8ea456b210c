import type { ShardNews } from '@/db/shards/watch';
import { log } from '@/lib/log';

/** A shard that is gone or back, in the log; once a change. */
export function tellOfShard({ connection, answers, error }: ShardNews): void {
  if (answers) log.info({ connection }, 'a shard answers');
  else log.error({ err: error, connection }, 'a shard is not spoken to');
}
