import { tooLong } from './lengths.mjs';
import { belowFloor, missingFromLock } from './lock.mjs';
import { migrationDrift } from './migrations.mjs';
import { strayProcessEnv } from './process-env.mjs';
import { unexplainedRawSql } from './raw-sql.mjs';
import { unexplainedSuppressions } from './suppressions.mjs';
import { biomeFaults, directionFaults, typeFaults, unusedFaults } from './tools.mjs';

/** Every static rule: its name and the function from a root to the list of violations. */
export const rules = [
  ['format and lint', biomeFaults],
  ['types', typeFaults],
  ['directions', directionFaults],
  ['nothing unused', unusedFaults],
  ['lengths', tooLong],
  ['lock file complete', missingFromLock],
  ['version floors', belowFloor],
  ['process.env in one place', strayProcessEnv],
  ['reasons for suppressions', unexplainedSuppressions],
  ['reasons for raw SQL', unexplainedRawSql],
  ['migrations match tables', migrationDrift],
];
