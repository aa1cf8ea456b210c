import { expiredArchives, strikeArchive } from '@/db/archive/catalogue';
import { askForDailyBackups } from '@/db/archive/schedule';
import type { Servers } from '@/db/homes/servers';
import { fileStore } from '../files/file-store';

const askedAtOnce = 200;
const expiredAtOnce = 200;

/** Asks for the daily backups that are due and removes archives past their time. */
export async function keepArchives(servers: Servers): Promise<{ asked: number; expired: number }> {
  const asked = await askForDailyBackups(servers, askedAtOnce);
  const past = await expiredArchives(servers, expiredAtOnce);
  for (const archive of past) {
    const { tenantId, id } = archive;
    // The row first: without its bytes it would still be offered.
    await strikeArchive(servers, archive);
    await fileStore().remove({ area: 'archives', tenantId, fileId: id });
  }
  return { asked, expired: past.length };
}
