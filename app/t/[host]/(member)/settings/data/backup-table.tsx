import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatBytes, formatDay, formatNumber, formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { BackupList } from '@/lib/tenancy/backups/shapes';
import { RestoreButton } from './restore-button';
import { purposeWords } from './work-words';

interface Props {
  backups: BackupList['backups'];
  reader: Reader;
  slug: string;
  manages: boolean;
}

/** Backups, the latest first. */
export async function BackupTable({ backups, reader, slug, manages }: Props) {
  const t = await wording('settings');
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t('Taken')}</TableHeader>
          <TableHeader numeric className="hidden sm:table-cell">
            {t('Rows')}
          </TableHeader>
          <TableHeader numeric className="hidden sm:table-cell">
            {t('Size')}
          </TableHeader>
          {manages ? (
            <TableHeader>
              <span className="sr-only">{t('Restore')}</span>
            </TableHeader>
          ) : null}
        </tr>
      </TableHead>
      <TableBody>
        {backups.map(({ id, purpose, takenAt, expiresAt, rows, sizeBytes }) => (
          <TableRow key={id}>
            <TableCell className="py-2">
              <span className="block">{formatTime(takenAt, reader)}</span>
              <span className="block truncate text-muted text-sm">
                {t('{purpose}, until {day}', {
                  purpose: t(purposeWords[purpose]),
                  day: formatDay(expiresAt, reader),
                })}
              </span>
              <span className="block truncate text-muted text-sm sm:hidden">
                {t('{rows, plural, one {# row} other {# rows}}', { rows })},{' '}
                {formatBytes(sizeBytes, reader.locale)}
              </span>
            </TableCell>
            <TableCell numeric className="hidden sm:table-cell">
              {formatNumber(rows, reader.locale)}
            </TableCell>
            <TableCell numeric className="hidden sm:table-cell">
              {formatBytes(sizeBytes, reader.locale)}
            </TableCell>
            {manages ? (
              <TableCell className="w-36">
                <RestoreButton
                  id={id}
                  takenAt={formatTime(takenAt, reader)}
                  slug={slug}
                  locale={reader.locale}
                />
              </TableCell>
            ) : null}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
