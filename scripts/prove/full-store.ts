import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { collections, records } from '@/db/schema/tenant';
import { mintTenantScope } from '@/db/scope';
import { withTenant } from '@/db/tenant';
import { useCluster } from '@/db/testing/cluster';
import { openWorld, type TestTenant, type World } from '@/lib/doors/testing';
import { startOperator } from '../testing/operator';
import type { ProofContext } from '../testing/proof';
import { openSmallDisk, type SmallDisk } from '../testing/small-disk';
import { audit, startWriters } from '../testing/writers';

export const name = 'full-store';

const rows = 4_000;
const longestMs = 40_000;

/** The store of archives runs out of room while a backup is written, and has room again. */
export async function run({ adminUrl, scratch, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  const disk = openSmallDisk(join(scratch, 'small'));
  const { folder: dataDir, flags } = disk;
  const operator = await startOperator(world.database, { dataDir, flags });
  try {
    const tenant = await world.tenant();
    await fill(tenant);
    const shown = { world, tenant, disk, claim };
    const first = await backUp(shown);
    const writers = startWriters(tenant.tenantId, { writers: 2, perSecond: 50 });
    disk.fill();
    const failed = await backUp(shown);
    await claimFailure(shown, { first, failed });
    disk.empty();
    await claimRetry(shown, { first, failed });
    const journal = await writers.stop();
    const { lost, surplus } = await audit(tenant.tenantId, journal);
    claim({
      name: 'writes of the tenant while the store is full',
      figure: `${journal.acknowledged.length} acknowledged, ${journal.doubtful.length} refused, ${lost} lost, ${surplus} doubled`,
      bound: '0 refused, 0 lost, 0 doubled',
      ok: journal.doubtful.length + lost + surplus === 0 && journal.acknowledged.length > 0,
    });
  } finally {
    await operator.end('SIGTERM');
    disk.remove();
    await world.end();
  }
}

interface Shown {
  world: World;
  tenant: TestTenant;
  disk: SmallDisk;
  claim: ProofContext['claim'];
}

/** More than what is left on a full disk. */
async function fill({ tenantId }: TestTenant) {
  const scope = mintTenantScope({ tenantId, actorId: null, requestId: tenantId });
  const collectionId = randomUUID();
  await withTenant(scope, (db) =>
    db.insert(collections).values({ id: collectionId, name: 'Large' }),
  );
  for (let from = 0; from < rows; from += 500) {
    const some = Array.from({ length: 500 }, () => ({
      collectionId,
      data: { a: Array.from({ length: 20 }, () => randomUUID()).join(' ') },
    }));
    await withTenant(scope, (db) => db.insert(records).values(some));
  }
}

interface Work {
  id: string;
  state: string;
  error: string | null;
}

async function backUp({ world, tenant }: Shown): Promise<Work> {
  const id = randomUUID();
  await world.database.query(
    `insert into control.operations (tenant_id, id, kind) values ($1, $2, 'backup')`,
    [tenant.tenantId, id],
  );
  return await ended(world, id);
}

async function ended({ database }: World, id: string): Promise<Work> {
  const until = performance.now() + longestMs;
  for (;;) {
    const [row] = await database.query<Work & { asked: boolean }>(
      `select id, state, error, retry_asked_at is not null as asked
       from control.operations where id = $1`,
      [id],
    );
    if (row && !row.asked && (row.state === 'done' || row.state === 'failed')) return row;
    if (performance.now() > until) throw new Error(`A backup stayed ${row?.state}: ${row?.error}`);
    await pause(50);
  }
}

const archivesOf = async ({ world, tenant }: Shown) =>
  (
    await world.database.query<{ id: string }>(
      'select id from control.archives where tenant_id = $1 order by created_at',
      [tenant.tenantId],
    )
  ).map(({ id }) => id);

/** Names of what lies in the store for the tenant. */
function filesOf({ disk, tenant }: Shown): string[] {
  const folder = join(disk.folder, 'files/archives', tenant.tenantId);
  return existsSync(folder) ? readdirSync(folder) : [];
}

async function claimFailure(shown: Shown, { first, failed }: { first: Work; failed: Work }) {
  const [known, files] = [await archivesOf(shown), filesOf(shown)];
  const onlyFirst = [known, files].every((ids) => ids.length === 1 && ids[0] === first.id);
  shown.claim({
    name: `a backup into a full store (${shown.disk.how})`,
    figure: `${failed.state}: ${failed.error} ${known.length} archives known, ${files.length} files`,
    bound: 'failed with a sentence, the one before kept, nothing half left',
    ok: failed.state === 'failed' && /full/.test(failed.error ?? '') && onlyFirst,
  });
}

/** Staff have the one that failed tried again; both are then read whole. */
async function claimRetry(shown: Shown, { first, failed }: { first: Work; failed: Work }) {
  const { database } = shown.world;
  await database.query('update control.operations set retry_asked_at = now() where id = $1', [
    failed.id,
  ]);
  const again = await ended(shown.world, failed.id);
  const readable: string[] = [];
  for (const archiveId of [first.id, failed.id]) {
    const id = randomUUID();
    await database.query(
      `insert into control.operations (tenant_id, id, kind, input)
       values ($1, $2, 'restore.preview', $3)`,
      [shown.tenant.tenantId, id, JSON.stringify({ archiveId })],
    );
    if ((await ended(shown.world, id)).state === 'done') readable.push(archiveId);
  }
  const known = await archivesOf(shown);
  shown.claim({
    name: 'the same backup once there is room',
    figure: `${again.state}; ${known.length} archives known, ${readable.length} read whole`,
    bound: 'done, 2 known, 2 read whole',
    ok: again.state === 'done' && known.length === 2 && readable.length === 2,
  });
}
