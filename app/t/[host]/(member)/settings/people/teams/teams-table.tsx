import Link from 'next/link';
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

interface Props {
  teams: {
    id: string;
    name: string;
    description: string;
    above: string[];
    members: number;
    leads: string[];
  }[];
  /** A part of the tree only: each line says where it stands. */
  flat: boolean;
}

const indents = ['', 'pl-6', 'pl-12', 'pl-18'];

export async function TeamsTable({ teams, flat }: Props) {
  const t = await wording('settings');
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t('Team')}</TableHeader>
          <TableHeader numeric>{t('People')}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('Leads')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {teams.map(({ id, name, description, above, members, leads }) => (
          <TableRow key={id} className="h-12">
            <TableCell>
              <span className={`block min-w-0 ${flat ? '' : (indents[above.length] ?? '')}`}>
                {flat && above.length > 0 ? (
                  <span className="block truncate text-subtle text-xs">{above.join(' › ')}</span>
                ) : null}
                <Link
                  href={`/settings/people/teams/${id}`}
                  className="block truncate font-medium hover:underline"
                >
                  {name}
                </Link>
                {description ? (
                  <span className="block truncate text-muted text-sm">{description}</span>
                ) : null}
              </span>
            </TableCell>
            <TableCell numeric>{formatNumber(members, t.language)}</TableCell>
            <TableCell className="hidden text-muted sm:table-cell">{leads.join(', ')}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
