import { basename, join } from 'node:path';
import { bundle, outputPath, runningEntries, setUpEntry, stripeEntry } from './bundle.mjs';
import { openDatabase, openShards } from './database.mjs';
import { install, isInstalled } from './install.mjs';
import { endOnSignals, lifetime } from './lifetime.mjs';
import { buildNext, isNextBuilt } from './next-build.mjs';
import { whyTaken } from './ports.mjs';
import { processEnv } from './process-env.mjs';
import { nodeFlags } from './processes/child.mjs';
import { keepRunning } from './processes/keep.mjs';
import { claimDataDir } from './processes/record.mjs';
import { run } from './run.mjs';
import { masterSecret } from './secrets.mjs';
import { readSettings, root } from './settings.mjs';
import { stripeSettings } from './stripe/settings.mjs';
import { say, step } from './terminal.mjs';
import { waitForWeb } from './web-ready.mjs';
import { welcome } from './welcome.mjs';

const dev = process.argv.includes('--dev');
const showLogs = dev || process.argv.includes('--logs');
const life = lifetime();

endOnSignals(life, () => say('\nStopping…'));
life.run(start);

async function start() {
  const settings = readSettings(process.env, { dev });
  const claim = settings.complaints.length ? undefined : await claimDataDir(settings.dataDir);
  if (claim) life.onEnd(claim.release);
  const complaints = [...settings.complaints, ...(await wrongListening(settings))];
  if (complaints.length) throw new Error(complaints.join('\n'));

  if (!isInstalled()) await next('Installing packages', () => install(life.signal));
  const adminUrl = await openDatabase(settings, life);
  const shardAdminUrls = await openShards(settings, life);
  const secret = masterSecret(settings);
  const stripe = await stripeSettings({ ...settings, secret });
  const product = { ...settings, adminUrl, shardAdminUrls, secret, stripe };
  const entries = [...(stripe.LOCAL_STRIPE_PORT ? [stripeEntry] : []), ...runningEntries];
  await bundle([setUpEntry, ...entries]);
  await setUp(product);
  if (!dev && !isNextBuilt()) await next('Building the pages', () => buildNext(life.signal));
  life.signal.throwIfAborted();

  const kept = entries.map((entry) => keep(entry, product, claim));
  await waitForWeb(settings, life.signal);
  life.signal.throwIfAborted();
  life.ready = true;
  for (const line of welcome(product, showLogs)) say(line);
  process.send?.('ready');
  if (dev) await restartOnChange(kept);
}

function next(title, work) {
  life.signal.throwIfAborted();
  return step(title, work);
}

async function wrongListening({ port, listenPort, complaints }) {
  const name = Object.is(port, listenPort) ? 'PORT' : 'LISTEN_PORT';
  if (complaints.some((complaint) => complaint.startsWith(`${name} `))) return [];
  const reason = await whyTaken(listenPort);
  if (!reason) return [];
  if (reason === 'EADDRINUSE')
    return [
      `${name} ${listenPort} is in use by another program: stop it or set ${name} to a free one.`,
    ];
  return [
    `${name} ${listenPort} cannot be listened on by this account (${reason}): set ${name} to another.`,
  ];
}

function setUp(product) {
  const args = [...nodeFlags, outputPath(setUpEntry)];
  return next('Preparing the database', () =>
    run(process.execPath, args, {
      cwd: root,
      env: processEnv('setup', product),
      signal: life.signal,
    }),
  );
}

function keep(entry, product, claim) {
  const name = basename(entry, '.ts');
  const options = {
    program: outputPath(entry),
    env: processEnv(name, product),
    logFile: showLogs ? undefined : join(product.dataDir, 'logs', `${name}.log`),
  };
  return { entry, ...keepRunning(name, options, life, (pid) => claim.note(name, pid)) };
}

async function restartOnChange(kept) {
  const entries = kept.map(({ entry }) => entry);
  const { watchBundle } = await import('./watch.mjs');
  const stop = await watchBundle(entries, (changed) => {
    for (const { entry, restart } of kept) if (changed.includes(entry)) restart();
  });
  life.onEnd(stop);
}
