import { KeepFresh } from '@/components/shell/keep-fresh';
import { Status } from '@/components/ui/status';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import type { PageDoor } from '@/lib/doors/page';
import { formatBytes, formatNumber, formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { drillsProcedures, tenantBackupsProcedures } from '@/lib/platform/backups/procedures';
import { readerIn } from '../../_frame/words';
import { findingOf, verdictOf } from '../../drills/drill-words';
import { BackupActs } from './backup-acts';
import { BackupWork } from './backup-work';
import { CopyBackup } from './copy-backup';
import { Part } from './part';

interface Props {
  door: PageDoor;
  tenant: { id: string; name: string; slug: string };
}

/** Backups of a tenant, what is done with its data, and whether a backup restores. */
export async function BackupsSection({ door, tenant }: Props) {
  const t = await wording('console');
  const { id } = tenant;
  const { backups, work } = await door.call(tenantBackupsProcedures.list, { id });
  const { drills } = await door.call(drillsProcedures.list, { tenantId: id });
  const busy = [...work, ...drills].some(({ state }) => state === 'queued' || state === 'running');
  return (
    <Part
      title={t('Backups')}
      note={backups.length}
      action={<BackupActs id={id} name={tenant.name} hasBackup={backups.length > 0} />}
    >
      {busy ? <KeepFresh everyMs={2_000} /> : null}
      {backups.length === 0 ? (
        <p className="text-muted">
          {t('No backup yet. The first is taken within a day of opening.')}
        </p>
      ) : (
        <Table>
          <TableHead>
            <tr>
              <TableHeader>{t('Taken (UTC)')}</TableHeader>
              <TableHeader numeric>{t('Rows')}</TableHeader>
              <TableHeader numeric className="hidden sm:table-cell">
                {t('Size')}
              </TableHeader>
              <TableHeader>{t('Copy')}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {backups.slice(0, 8).map((backup) => (
              <TableRow key={backup.id}>
                <TableCell>{formatTime(backup.takenAt, readerIn(t.language))}</TableCell>
                <TableCell numeric>{formatNumber(backup.rows, 'en')}</TableCell>
                <TableCell numeric className="hidden sm:table-cell">
                  {formatBytes(backup.sizeBytes, t.language)}
                </TableCell>
                <TableCell className="py-1.5">
                  <CopyBackup
                    tenant={tenant}
                    backupId={backup.id}
                    takenAt={formatTime(backup.takenAt, readerIn(t.language))}
                  />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <BackupWork work={work} />
      {drills[0] ? (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          {t('Last drill, {time}:', {
            time: formatTime(drills[0].createdAt, readerIn(t.language)),
          })}
          <Status tone={verdictOf(drills[0]).tone}>{t.said(verdictOf(drills[0]).word)}</Status>
          <span className="text-muted">{findingOf(drills[0], t)}</span>
        </p>
      ) : null}
    </Part>
  );
}
