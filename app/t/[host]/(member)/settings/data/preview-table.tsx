import { tableWords } from '@/app/_shared/kind-words';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatNumber } from '@/lib/format';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  tables: { name: string; added: number; changed: number; removed: number }[];
  locale: string;
}

/** What a restore would change, table by table. */
export function PreviewTable({ tables, locale }: Props) {
  const t = useWording('settings');
  const touched = tables.filter(({ added, changed, removed }) => added + changed + removed > 0);
  if (touched.length === 0) {
    return <p className="text-muted">{t('Nothing would change: everything is as it was then.')}</p>;
  }
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t('Table')}</TableHeader>
          <TableHeader numeric>{t('Come back')}</TableHeader>
          <TableHeader numeric>{t('Change')}</TableHeader>
          <TableHeader numeric>{t('Go')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {touched.map(({ name, added, changed, removed }) => (
          <TableRow key={name}>
            <TableCell>{tableWords(name, t)}</TableCell>
            <TableCell numeric>{formatNumber(added, locale)}</TableCell>
            <TableCell numeric>{formatNumber(changed, locale)}</TableCell>
            <TableCell numeric>{formatNumber(removed, locale)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
