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
import type { Suggestion } from '@/lib/platform/moves/suggest';
import { tierNames } from '../_frame/words';
import { Part } from '../tenants/[id]/part';

const reasons: Record<Suggestion['why'], (move: Suggestion) => string> = {
  draining: ({ from }) => `${from.shard} is being emptied.`,
  full: ({ from }) => `${from.shard} has little room left.`,
  loud: ({ writesPerMinute, from }) =>
    `${formatNumber(writesPerMinute, 'en')} rows a minute, most of what ${from.shard} writes.`,
};

/** Moves that would help, each a click from its plan; nothing moves by itself. */
export function SuggestedMoves({ suggestions }: { suggestions: Suggestion[] }) {
  if (suggestions.length === 0) return null;
  return (
    <Part title="Suggested moves" note={formatNumber(suggestions.length, 'en')}>
      <Table>
        <TableHead>
          <tr>
            <TableHeader>Tenant</TableHeader>
            <TableHeader className="hidden sm:table-cell">From</TableHeader>
            <TableHeader>To</TableHeader>
            <TableHeader className="hidden md:table-cell">Why</TableHeader>
            <TableHeader className="hidden sm:table-cell">
              <span className="sr-only">Plan</span>
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

function SuggestedMove({ move }: { move: Suggestion }) {
  const { tenantId, name, from, to, why } = move;
  const plan = `/tenants/${tenantId}/move?tier=${to.tier}&shard=${to.shardId}`;
  return (
    <TableRow>
      <TableCell>
        <Link href={plan} className="font-medium hover:underline">
          {name}
        </Link>
      </TableCell>
      <TableCell className="hidden text-muted sm:table-cell">{placeWords(from)}</TableCell>
      <TableCell>{placeWords(to)}</TableCell>
      <TableCell className="hidden text-muted md:table-cell">{reasons[why](move)}</TableCell>
      <TableCell numeric className="hidden sm:table-cell">
        <LinkButton size="small" href={plan} aria-label={`Plan the move of ${name}`}>
          Plan
        </LinkButton>
      </TableCell>
    </TableRow>
  );
}

const placeWords = ({ shard, tier }: Suggestion['to']) => `${tierNames[tier]}, ${shard}`;
