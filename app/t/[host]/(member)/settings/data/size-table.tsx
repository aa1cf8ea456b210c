import { tableWords } from '@/app/_shared/kind-words';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatBytes, formatNumber } from '@/lib/format';
import { wording } from '@/lib/language/request';

interface Props {
  tables: { name: string; rows: number; estimatedBytes: number }[];
  locale: string;
}

/** Every table with rows, the largest first. */
export async function SizeTable({ tables, locale }: Props) {
  const t = await wording('settings');
  const filled = tables.filter(({ rows }) => rows > 0);
  const shown = filled.toSorted((a, b) => b.estimatedBytes - a.estimatedBytes);
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t('Table')}</TableHeader>
          <TableHeader numeric>{t('Rows')}</TableHeader>
          <TableHeader numeric>{t('About')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {shown.map(({ name, rows, estimatedBytes }) => (
          <TableRow key={name}>
            <TableCell>{tableWords(name, t)}</TableCell>
            <TableCell numeric>{formatNumber(rows, locale)}</TableCell>
            <TableCell numeric>{formatBytes(estimatedBytes, locale)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
