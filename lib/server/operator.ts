import { join } from 'node:path';
import { askForDrill } from '@/db/archive/throw-away';
import { closePools, configureDatabase } from '@/db/client';
import { askForDomainChecks } from '@/db/email-domains/keep';
import { askForGrantNotices } from '@/db/grants/keep';
import { migrateHomes, migrateSharedTables } from '@/db/homes/fleet';
import type { Servers } from '@/db/homes/servers';
import { keepStock } from '@/db/homes/stock';
import { dropOldTemplates } from '@/db/homes/template';
import { askForNames } from '@/db/hosts/hoster';
import { keepHosts, tenantsWithHosts } from '@/db/hosts/keep';
import { openMaintenance } from '@/db/maintenance';
import { MoveKeeper } from '@/db/moves/keep';
import { keepOpenings } from '@/db/openings/keep';
import { Operations } from '@/db/operations/queue';
import { askForRemovals } from '@/db/removal/begin';
import { lookAtShards } from '@/db/shards/look';
import { sweepPlaces } from '@/db/shards/sweep';
import { grantFreeTiers } from '@/db/tiers/grant';
import { askForLimitEnds, askForLimitLooks } from '@/db/usage/limits';
import { measureLasting } from '@/db/usage/measure';
import { recount } from '@/db/usage/recount';
import { sealHours } from '@/db/usage/seal';
import { keepArchives } from '@/lib/archives/keep';
import { missing } from '@/lib/billing/meters';
import { stripeOf } from '@/lib/billing/stripe/client';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { namesPlatform } from '@/lib/mail/names-platform';
import { handlersOf } from '@/lib/operations/handlers';
import { startRunner } from '@/lib/operations/runner';
import { sweepFiles } from '@/lib/removal/sweep';
import { hosterOf } from '@/lib/tenancy/hoster/of-settings';
import { tellHoster } from '@/lib/tenancy/hoster/tell';
import { openingKind } from '@/lib/tenancy/opening/ask';
import { opening } from '@/lib/tenancy/opening/open';
import { copyOpener } from './open-copy';
import { enterTenant } from './open-tenant';
import { repeat } from './rounds';
import { atShutdown, endOnSignals } from './shutdown';
import { keepStripeTold } from './stripe-rounds';

const second = 1_000;
const minute = 60 * second;
const removalsAtOnce = 20;

const {
  OPERATOR_DATABASE_URL: connectionString,
  WORKER_DATABASE_URL: worker,
  ROWHOUSE_SECRET: roleSecret,
  SHARD_URLS: shardUrls,
  SELF_SERVICE_TIERS: freeTiers,
  DRILLS_PER_DAY: drillsPerDay,
  MAIL_FROM: sender,
  ROOT_DOMAIN: rootDomain,
  isLocal,
} = env();
if (!connectionString || !worker) {
  throw new Error('The operator needs OPERATOR_DATABASE_URL and WORKER_DATABASE_URL.');
}
const hoster = hosterOf();
const stripe = stripeOf();
endOnSignals();

const maintenance = openMaintenance(connectionString);
atShutdown(maintenance.close);

const servers: Servers = {
  urls: { ...shardUrls, primary: connectionString },
  roleSecret,
  folder: join(process.cwd(), 'db/migrations'),
};

repeat('clearing', 10 * minute, async () => {
  const removed = await maintenance.tidy();
  if (removed > 0) log.info({ removed }, 'cleared what has expired');
});

// For opening copies as everybody opens a tenant: verbs stand on row security.
configureDatabase({
  worker,
  roleSecret,
  shards: shardUrls,
  pools: { total: 6 },
});
atShutdown(closePools);

const operations = new Operations(connectionString);
atShutdown(() => operations.close());
atShutdown(startRunner(operations, handlersOf(servers, copyOpener(servers))).stop);

// Somebody sits and waits for these: they have hands of their own, beside long exports.
const openings = new Operations(connectionString);
atShutdown(() => openings.close());
const opener = { [openingKind]: opening(servers, enterTenant) };
atShutdown(startRunner(openings, opener, { lanes: 3, idleMs: 250 }).stop);
repeat('looking after openings', second, async () => {
  const nudged = await keepOpenings(servers);
  if (nudged > 0) log.info({ nudged }, 'openings tried again or given up');
});

repeat('keeping backups', minute, async () => {
  const { asked, expired } = await keepArchives(servers);
  if (asked + expired > 0) log.info({ asked, expired }, 'backups kept');
});

repeat('asking for drills', 10 * minute, async () => {
  if (await askForDrill(servers, drillsPerDay)) log.info('a backup is tried out');
});

repeat('asking for looks at domains', 10 * minute, async () => {
  const asked = await askForDomainChecks(servers);
  if (asked > 0) log.info({ asked }, 'e-mail domains are looked at again');
});

repeat('keeping custom hosts', 10 * minute, async () => {
  const { asked, lost } = await keepHosts(servers);
  if (asked + lost > 0) log.info({ asked, lost }, 'custom hosts kept');
});

repeat('asking the hoster for hosts it does not know', 10 * minute, () =>
  askForNames(servers, hoster.id),
);

repeat('telling the hoster', 2 * second, async () => {
  const told = await tellHoster(servers, hoster);
  if (told > 0) log.info({ told, hoster: hoster.id }, 'the hoster was told of hosts');
});

if (stripe) keepStripeTold(servers, stripe);

repeat('looking at the sender of mails', 24 * 60 * minute, async () => {
  if (isLocal || !namesPlatform(sender, rootDomain)) return;
  const tenants = await tenantsWithHosts(servers);
  if (tenants > 0)
    log.warn(
      { tenants },
      'MAIL_FROM names the platform to people of tenants that have domains of their own',
    );
});

repeat('telling of grants that end', 10 * minute, async () => {
  const told = await askForGrantNotices(servers);
  if (told > 0) log.info({ told }, 'grants end soon, and both sides are told');
});

repeat('measuring what lasts', minute, async () => {
  const { faults } = await measureLasting(servers);
  for (const { schemaName, error } of faults) {
    log.error({ err: error, schemaName }, 'what lasts could not be measured');
  }
});

repeat('counting anew', 10 * minute, () =>
  recount(servers, missing, {
    drift: ({ more, ...drift }) =>
      log.warn({ ...drift, more: String(more) }, 'a count differs from the change log'),
    fault: (tenantId, error) => log.error({ err: error, tenantId }, 'a count failed'),
  }),
);

repeat('looking at limits', 60 * minute, () => askForLimitLooks(servers));

repeat('looking at ends of limits', 10 * minute, () => askForLimitEnds(servers));

repeat('sealing hours', minute, async () => {
  const sealed = await sealHours(servers);
  if (sealed > 0) log.info({ sealed }, 'hours of usage sealed');
});

repeat('looking for tenants that go', 15 * second, async () => {
  const asked = await askForRemovals(servers, removalsAtOnce);
  if (asked > 0) log.info({ asked }, 'removals asked for');
});

repeat('sweeping files', 10 * minute, async () => {
  const swept = await sweepFiles(servers);
  if (swept > 0) log.info({ swept }, 'files removed that came after their tenant was');
});

/** Moves run for as long as they take; another look comes soon after. */
const moving = new AbortController();
const keeper = new MoveKeeper(servers, moving.signal);
repeat('looking after moves', second, () =>
  keeper.visit(({ id, state, error }) => {
    if (error) log.error({ err: error, move: id }, 'a move stopped for now');
    else log.info({ move: id, state }, 'a move has come to its end');
  }),
);
atShutdown(async () => {
  moving.abort();
  await keeper.settled();
});

repeat('granting free tiers', 2 * second, async () => {
  const granted = await grantFreeTiers(servers, freeTiers);
  if (granted > 0) log.info({ granted }, 'moves begun that tenants chose themselves');
});

repeat('looking at the shards', 5 * second, () => lookAtShards(servers));
repeat('measuring the shards', minute, () => lookAtShards(servers, { thorough: true }));

repeat('keeping the stock of homes', 5 * second, async () => {
  const { prepared, dismantled, faults } = await keepStock(servers);
  if (prepared + dismantled > 0) log.info({ prepared, dismantled }, 'stock of homes kept');
  for (const { shard, tier, error } of faults) {
    log.error({ err: error, shard, tier }, 'a home could not be prepared or taken down');
  }
});

repeat('migrating the fleet', 5 * second, async () => {
  const shared = await migrateSharedTables(servers, { onlyDue: true });
  const { done, behind, held } = await migrateHomes(servers, { onlyDue: true });
  if (shared.done + done > 0) log.info({ shards: shared.done, homes: done }, 'fleet migrated');
  for (const { shard, fault } of shared.behind) log.error({ shard, fault }, 'a shard stays behind');
  for (const { home, fault } of behind) log.error({ home: home.id, fault }, 'a home stays behind');
  if (held > 0) log.error({ held }, 'homes wait, since none before them could be migrated');
});

for (const connection of Object.keys(servers.urls)) {
  repeat(`sweeping ${connection}`, minute, async () => {
    const removed = await sweepPlaces(servers, connection);
    if (removed > 0) log.info({ connection, removed }, 'places without a tenant removed');
    const templates = await dropOldTemplates(servers, connection);
    if (templates > 0) log.info({ connection, templates }, 'templates of older shapes removed');
  });
}
log.info('operator ready');
