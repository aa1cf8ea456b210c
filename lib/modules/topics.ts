import type { topicModules } from '../tenancy/topics/shapes';
import { nameRecords } from './collections/procedures';
import type { TopicSource } from './topic';

/** What stands behind each module whose things others can be about. */
export const topics: Readonly<Record<(typeof topicModules)[number], TopicSource>> = {
  collections: { permission: 'records.read', name: nameRecords },
};
