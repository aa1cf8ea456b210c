import Link from 'next/link';
import { Status } from '@/components/ui/status';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatDay } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { TierRequestRow } from '@/lib/platform/tier-requests/tier-requests';
import { readerIn, tierNames } from '../_frame/words';
import { RequestActs } from './request-acts';
import { requestWords } from './request-words';

interface Props {
  requests: TierRequestRow[];
  shards: { id: string; name: string }[];
}

export async function RequestsTable({ requests, shards }: Props) {
  const t = await wording('console');
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeader>{t('Tenant')}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('Wants')}</TableHeader>
          <TableHeader className="hidden md:table-cell">{t('Asked for by')}</TableHeader>
          <TableHeader>{t('Decision')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {requests.map((request) => (
          <TableRow key={request.id}>
            <TableCell className="py-2">
              <Link href={`/tenants/${request.tenant.id}`} className="font-medium hover:underline">
                {request.tenant.name}
              </Link>
              <span className="hidden text-muted text-sm sm:block">{request.tenant.slug}</span>
              <span className="block whitespace-normal text-muted text-sm sm:hidden">
                {t.said(tierNames[request.tier] ?? request.tier)}
                {request.note ? `: ${request.note}` : ''}
              </span>
            </TableCell>
            <TableCell className="hidden sm:table-cell">
              {t.said(tierNames[request.tier] ?? request.tier)}
              <span className="block text-muted text-sm">{request.note}</span>
            </TableCell>
            <TableCell className="hidden text-muted md:table-cell">
              {request.askedByName}, {formatDay(request.createdAt, readerIn(t.language))}
            </TableCell>
            <TableCell className="py-2">
              {request.state === 'waiting' ? (
                <RequestActs request={request} shards={shards} />
              ) : (
                <Decision request={request} />
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

async function Decision({ request: { state, answer, moveId } }: { request: TierRequestRow }) {
  const t = await wording('console');
  const { word, tone } = requestWords[state] ?? { word: state, tone: 'neutral' as const };
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Status tone={tone}>{t.said(word)}</Status>
      {moveId ? (
        <Link href={`/moves/${moveId}`} className="text-sm underline">
          {t('Its move')}
        </Link>
      ) : null}
      {answer ? <span className="text-muted text-sm">{answer}</span> : null}
    </span>
  );
}
