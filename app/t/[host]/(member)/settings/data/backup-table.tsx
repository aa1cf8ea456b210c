import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatBytes, formatDay, formatNumber, formatTime, type Reader } from '@/lib/format';
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
export function BackupTable({ backups, reader, slug, manages }: Props) {
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>Taken</TableHeader>
          <TableHeader numeric>Rows</TableHeader>
          <TableHeader numeric>Size</TableHeader>
          <TableHeader>Kept until</TableHeader>
          {manages ? <TableHeader>Restore</TableHeader> : null}
        </tr>
      </TableHead>
      <TableBody>
        {backups.map(({ id, purpose, takenAt, expiresAt, rows, sizeBytes }) => (
          <TableRow key={id}>
            <TableCell className="py-2">
              <span className="block whitespace-nowrap">{formatTime(takenAt, reader)}</span>
              <span className="text-muted text-sm">{purposeWords[purpose]}</span>
            </TableCell>
            <TableCell numeric>{formatNumber(rows, reader.locale)}</TableCell>
            <TableCell numeric>{formatBytes(sizeBytes, reader.locale)}</TableCell>
            <TableCell>{formatDay(expiresAt, reader)}</TableCell>
            {manages ? (
              <TableCell>
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
