import { valueWord } from '@/app/_shared/flag-value';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatNumber } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { FlagDetail } from '@/lib/platform/flags/shapes';
import { Part } from '../../tenants/[id]/part';
import { becauseWords } from '../flag-words';

/** What the flag is, by why, with how many tenants. */
export async function Effects({ flag: { effects } }: { flag: FlagDetail }) {
  const t = await wording('console');
  return (
    <Part title={t('What it is, and for how many')}>
      <p className="text-measure text-muted text-sm">
        {t('As far as the tenant decides. Rules for roles, and shares of people, come on top.')}
      </p>
      <Table>
        <TableHead>
          <tr>
            <TableHeader>{t('Value')}</TableHeader>
            <TableHeader>{t('Why')}</TableHeader>
            <TableHeader numeric>{t('Tenants')}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {effects.map(({ value, because, tenants }) => (
            <TableRow key={`${because} ${value}`}>
              <TableCell>{t.said(valueWord(value))}</TableCell>
              <TableCell className="text-muted">{t(becauseWords[because])}</TableCell>
              <TableCell numeric>{formatNumber(tenants, t.language)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Part>
  );
}
