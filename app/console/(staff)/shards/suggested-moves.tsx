import Link from 'next/link';
import { LinkButton } from '@/components/ui/link-button';
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
import type { Message } from '@/lib/language/wording';
import type { Suggestion } from '@/lib/platform/moves/suggest';
import { placeIn } from '../_frame/words';
import { Part } from '../tenants/[id]/part';

const reasons = {
  draining: '{shard} is being emptied.',
  full: '{shard} has little room left.',
  loud: '{rows} rows a minute, most of what {shard} writes.',
} as const satisfies Record<Suggestion['why'], Message<'console'>>;

/** Moves that would help, each a click from its plan; nothing moves by itself. */
export async function SuggestedMoves({ suggestions }: { suggestions: Suggestion[] }) {
  const t = await wording('console');
  if (suggestions.length === 0) return null;
  return (
    <Part title={t('Suggested moves')} note={formatNumber(suggestions.length, 'en')}>
      <Table>
        <TableHead>
          <tr>
            <TableHeader>{t('Tenant')}</TableHeader>
            <TableHeader className="hidden sm:table-cell">{t('From')}</TableHeader>
            <TableHeader>{t('To')}</TableHeader>
            <TableHeader className="hidden md:table-cell">{t('Why')}</TableHeader>
            <TableHeader className="hidden sm:table-cell">
              <span className="sr-only">{t('Plan')}</span>
            </TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {suggestions.map((move) => (
            <SuggestedMove key={move.tenantId} move={move} />
          ))}
        </TableBody>
      </Table>
    </Part>
  );
}

async function SuggestedMove({ move }: { move: Suggestion }) {
  const t = await wording('console');
  const { tenantId, name, from, to, why } = move;
  const plan = `/tenants/${tenantId}/move?tier=${to.tier}&shard=${to.shardId}`;
  return (
    <TableRow>
      <TableCell>
        <Link href={plan} className="font-medium hover:underline">
          {name}
        </Link>
      </TableCell>
      <TableCell className="hidden text-muted sm:table-cell">{placeIn(from, t)}</TableCell>
      <TableCell>{placeIn(to, t)}</TableCell>
      <TableCell className="hidden text-muted md:table-cell">
        {t(reasons[why], { shard: from.shard, rows: move.writesPerMinute })}
      </TableCell>
      <TableCell numeric className="hidden sm:table-cell">
        <LinkButton size="small" href={plan} aria-label={t('Plan the move of {name}', { name })}>
          {t('Plan')}
        </LinkButton>
      </TableCell>
    </TableRow>
  );
}
