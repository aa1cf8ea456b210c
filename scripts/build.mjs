import { bundle, cliEntry, runningEntries, setUpEntry, stripeEntry } from './bundle.mjs';
import { buildNext } from './next-build.mjs';
import { complain, step } from './terminal.mjs';

try {
  await step('Bundling the server', () =>
    bundle([setUpEntry, ...runningEntries, stripeEntry, cliEntry]),
  );
  await step('Building the pages', () => buildNext());
} catch (error) {
  complain(error.message);
  process.exitCode = 1;
}
