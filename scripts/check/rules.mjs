import { collidingClasses } from './classes.mjs';
import { expiredFlags } from './expired-flags.mjs';
import { suspendedLayouts } from './layouts.mjs';
import { tooLong } from './lengths.mjs';
import { belowFloor, missingFromLock } from './lock.mjs';
import { migrationDrift } from './migrations.mjs';
import { strayProcessEnv } from './process-env.mjs';
import { unexplainedRawSql } from './raw-sql.mjs';
import { unruledRecords } from './row-rules.mjs';
import { staleShapes } from './stripe-shapes.mjs';
import { unexplainedSuppressions } from './suppressions.mjs';
import { biomeFaults, directionFaults, typeFaults, unusedFaults } from './tools.mjs';
import { hardCodedWords, unevenMessages, unusedMessages } from './wording.mjs';

/** Every static rule: its name and the function from a root to the list of violations. */
export const rules = [
  ['types', typeFaults],
  ['format and lint', biomeFaults],
  ['directions', directionFaults],
  ['nothing unused', unusedFaults],
  ['lengths', tooLong],
  ['lock file complete', missingFromLock],
  ['version floors', belowFloor],
  ['process.env in one place', strayProcessEnv],
  ['reasons for suppressions', unexplainedSuppressions],
  ['reasons for raw SQL', unexplainedRawSql],
  ['classes give way', collidingClasses],
  ['words are translated', hardCodedWords],
  ['translations are used', unusedMessages],
  ['translations keep values', unevenMessages],
  ['records by their rules', unruledRecords],
  ['layouts without Suspense', suspendedLayouts],
  ['flags within their time', (root) => expiredFlags(root)],
  ['migrations match tables', migrationDrift],
  ['Stripe’s requests as in its SDK', staleShapes],
];
