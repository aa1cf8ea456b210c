import { fillFromStage } from '@/db/archive/apply';
import { type Stage, withStage } from '@/db/archive/stage';
import { goesIntoCopies, withoutTenant } from '@/db/archive/tables';
import { type NewestBackup, newestBackup, withThrowAway } from '@/db/archive/throw-away';
import type { Standing } from '@/db/copy/plane';
import { digestsOf, plainText } from '@/db/copy/rows';
import type { Servers } from '@/db/homes/servers';
import { AppError, isAppError } from '../errors';
import type { Handler } from '../operations/handler';
import type { Manifest } from './manifest';
import { openArchive, passOver } from './open';

/** What a drill found. */
interface Verdict {
  verdict: 'good' | 'bad';
  /** What was wrong with the backup. */
  fault: string | null;
  rows: number;
  files: number;
}

/**
 * Restores the newest backup of a tenant into a home of its own beside everybody, counts and sums
 * what stands there, and takes it down again. A backup that does not restore is a result, not a
 * failure. Throws `precondition` when there is no backup.
 */
export const drilling =
  (servers: Servers): Handler =>
  async ({ id, tenantId }, run) => {
    const backup = await newestBackup(servers, tenantId);
    if (!backup) throw new AppError('precondition', 'There is no backup to try.');
    const begun = performance.now();
    const onHome = (home: string) => run.note({ home });
    const found = await withThrowAway(servers, { tenantId, onHome }, (standing) =>
      withStage(servers, { standing, id }, (stage) =>
        tryOut(servers, { tenantId, backup, stage, standing }),
      ).catch(judge),
    );
    const tookMs = Math.round(performance.now() - begun);
    return { ...found, tookMs, archiveId: backup.id, takenAt: backup.takenAt.toISOString() };
  };

interface Trial {
  tenantId: string;
  backup: NewestBackup;
  stage: Stage;
  standing: Standing;
}

async function tryOut(
  servers: Servers,
  { tenantId, backup, stage, standing }: Trial,
): Promise<Verdict> {
  const name = { tenantId, archiveId: backup.id };
  const manifest = await openArchive(servers, name, { stage, takeFile: passOver });
  const { client } = stage;
  await client.query(`begin; ${plainText}`);
  await fillFromStage(stage);
  const tables = stage.loaded.filter(goesIntoCopies).map(withoutTenant);
  const digests = await digestsOf(client, standing, tables);
  await client.query('commit');
  const wrong = tables.find(({ name: table }) => !isSame(manifest, table, digests[table]));
  const rows = Object.values(digests).reduce((sum, digest) => sum + digest.rows, 0);
  const fault = wrong ? `The rows of ${wrong.name} are not what the backup says.` : null;
  return { verdict: fault ? 'bad' : 'good', fault, rows, files: manifest.files.length };
}

function isSame(
  { tables }: Manifest,
  name: string,
  found: { rows: number; checksum: string } | undefined,
) {
  const said = tables.find((table) => table.name === name);
  return said?.rows === found?.rows && said?.checksum === found?.checksum;
}

/** Class 23: rows that the rules of the tables do not let in. */
function judge(error: unknown): Verdict {
  const refused = /^23/.test((error as { code?: string }).code ?? '');
  const unusable = isAppError(error) && ['precondition', 'not_found'].includes(error.code);
  if (!refused && !unusable) throw error;
  const fault = unusable
    ? (error as Error).message
    : 'Its rows do not keep the rules of the tables.';
  return { verdict: 'bad', fault, rows: 0, files: 0 };
}
