import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startProduct } from './product.mjs';
import { measure } from './rounds.mjs';

// The other end of `runExperiment`: loads one bundled experiment and reports by messages.
const [program, name, size] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'rowhouse-experiment-'));
// Files that the experiment keeps lie here as well, never in the data folder of whoever runs it.
process.env.DATA_DIR = scratch;
const context = {
  adminUrl: process.env.TEST_ADMIN_DATABASE_URL,
  secret: process.env.ROWHOUSE_SECRET,
  size,
  scratch,
  startProduct,
  claim: (claim) => process.send({ claim }),
};

let failure;
try {
  const experiment = await import(pathToFileURL(program).href);
  if (experiment.name !== name) throw new Error(`It must export the name '${name}'.`);
  if (program.includes('/bench/')) process.send({ rows: await measure(experiment, context) });
  else await experiment.run(context);
} catch (error) {
  failure = error.stack ?? String(error);
}
rmSync(scratch, { recursive: true, force: true });
process.send({ failure: failure ?? null }, () => process.exit(failure ? 1 : 0));
