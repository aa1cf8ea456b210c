import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { useWording } from '@/lib/language/wording-provider';
import type { Import } from '../../imports/shapes';
import { Reasons } from './reasons';

const shown = 100;

/** The rows that cannot be imported, with their reasons, and all of them as a file. */
export function FailedRows({ found }: { found: Import }) {
  const t = useWording('collections');
  if (found.rowsFailed === 0) return null;
  const errors = found.errors.slice(0, shown);
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold">{t('Rows with errors')}</h2>
        <div className="flex gap-2">
          <Button asChild>
            <a href={`/api/v1/imports/${found.id}/failures?format=csv`} download>
              <Download aria-hidden />
              {t('Download these rows')}
            </a>
          </Button>
          <Button asChild>
            <a href={`/api/v1/imports/${found.id}/failures?format=xlsx`} download>
              {t('As Excel')}
            </a>
          </Button>
        </div>
      </div>
      <Reasons reasons={found.reasons} />
      <Table frameClassName="max-h-96 rounded-panel border border-line">
        <TableHead>
          <TableRow>
            <TableHeader numeric>{t('Row')}</TableHeader>
            <TableHeader className="hidden sm:table-cell">{t('Field')}</TableHeader>
            <TableHeader>{t('Reason')}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {errors.map(({ row, field, message }) => (
            <TableRow key={`${row}:${field}:${message}`}>
              <TableCell numeric className="w-20">
                {row.toLocaleString('en')}
              </TableCell>
              <TableCell className="hidden sm:table-cell">{field ?? t('Whole row')}</TableCell>
              <TableCell className="max-w-none whitespace-normal py-1.5 sm:max-w-none">
                {message}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {found.errors.length > shown ? (
        <p className="text-muted text-sm">
          {t(
            'The first {shown} are shown. The file to download has all of them, with the reasons in a column that an import leaves out: mend it and import it again.',
            { shown },
          )}
        </p>
      ) : null}
    </section>
  );
}
