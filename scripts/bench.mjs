import { install, isInstalled } from './install.mjs';
import { complain, say, step } from './terminal.mjs';
import { startTestCluster } from './testing/cluster.mjs';
import {
  buildExperiments,
  parseFlags,
  runExperiment,
  writeResults,
} from './testing/experiments.mjs';
import { table } from './testing/table.mjs';

try {
  await main();
} catch (error) {
  complain(error.message);
  process.exitCode = 1;
}

async function main() {
  const { list, names, size } = parseFlags('bench', process.argv.slice(2));
  if (list) return say(names.join('\n'));
  if (!isInstalled()) await step('Installing packages', () => install());
  const benches = [];
  const programs = await buildExperiments('bench', names);
  for (const name of names) benches.push(await benchOne({ name, program: programs[name], size }));
  writeResults('bench', size, Object.fromEntries(benches.map(({ name, ...rest }) => [name, rest])));
  const missed = benches.flatMap(({ rows, failure }) =>
    failure ? [failure] : rows.filter(({ ok }) => !ok),
  );
  say(`\n${benches.length} benches, ${missed.length} goals missed`);
  process.exitCode = missed.length || benches.length === 0 ? 1 : 0;
}

async function benchOne({ name, program, size }) {
  say(`\n${name}`);
  const cluster = await startTestCluster({ durable: true });
  let rows = [];
  try {
    const options = { name, program, size, clusterUrl: cluster.url };
    const failure = await runExperiment(options, (message) => {
      rows = message.rows;
    });
    if (failure) complain(failure);
    for (const line of table(rows)) say(`  ${line}`);
    return { name, rows, failure };
  } finally {
    await cluster.remove();
  }
}
