import Link from 'next/link';
import { valueWord } from '@/app/_shared/flag-value';
import { Status } from '@/components/ui/status';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { wording } from '@/lib/language/request';
import type { FlagRow } from '@/lib/platform/flags/shapes';
import { ExpiryDay } from './expiry-day';

export async function FlagsTable({ flags }: { flags: FlagRow[] }) {
  const t = await wording('console');
  const tenants = (count: number) =>
    t('{count, plural, =0 {none} one {# tenant} other {# tenants}}', { count });
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t('Flag')}</TableHeader>
          <TableHeader>{t('Now')}</TableHeader>
          <TableHeader className="hidden md:table-cell">{t('Overridden for')}</TableHeader>
          <TableHeader className="hidden md:table-cell">{t('Chosen by')}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('Looked at anew by')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {flags.map((flag) => (
          <TableRow key={flag.flag} className="relative">
            <TableCell className="py-2">
              <Link
                href={`/flags/${flag.flag}`}
                className="font-medium after:absolute after:inset-0 hover:underline"
              >
                {t.said(flag.title)}
              </Link>
              <span className="block text-muted text-sm">{flag.flag}</span>
            </TableCell>
            <TableCell className="py-2">
              <Status tone={flag.killedAt ? 'danger' : flag.ruled ? 'info' : 'success'}>
                {flag.killedAt ? t('Killed') : flag.ruled ? t('By rules') : t('By default')}
              </Status>
              <span className="block whitespace-normal text-muted text-sm">
                {t('Default: {value}', { value: t.said(valueWord(flag.default)) })}
              </span>
            </TableCell>
            <TableCell className="hidden text-muted md:table-cell">
              {tenants(flag.overrides)}
            </TableCell>
            <TableCell className="hidden text-muted md:table-cell">
              {tenants(flag.choices)}
            </TableCell>
            <TableCell className="hidden whitespace-nowrap sm:table-cell">
              <ExpiryDay day={flag.expires} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
