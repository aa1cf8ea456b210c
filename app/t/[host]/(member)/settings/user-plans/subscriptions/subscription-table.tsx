import Link from 'next/link';
import { stateWords } from '@/app/_shared/plans/plan-words';
import { Status } from '@/components/ui/status';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import type { UserSubscription } from '@/lib/billing/user-plans/shapes';
import { formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';

interface Props {
  subscriptions: readonly UserSubscription[];
  reader: Reader;
}

/** Members with their plans and in which state these are. */
export async function SubscriptionTable({ subscriptions, reader }: Props) {
  const t = await wording('userPlans');
  const p = await wording('plans');
  return (
    <Table frameLabel={t('Subscriptions')}>
      <TableHead>
        <tr>
          <TableHeader pinned>{t('Member')}</TableHeader>
          <TableHeader>{t('Plan')}</TableHeader>
          <TableHeader>{t('State')}</TableHeader>
          <TableHeader>{t('Next')}</TableHeader>
          <TableHeader>{t('Changed')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {subscriptions.map((one) => (
          <TableRow key={one.id}>
            <TableCell pinned>
              <Link
                href={`/settings/user-plans/subscriptions/${one.id}`}
                className="hover:underline"
              >
                {one.member?.name ?? t('Somebody who left')}
              </Link>
            </TableCell>
            <TableCell>{one.name}</TableCell>
            <TableCell>
              <Status tone={stateWords[one.state].tone}>{p(stateWords[one.state].word)}</Status>
            </TableCell>
            <TableCell>
              {one.nextState && one.nextAt
                ? p('{state} from {time} on', {
                    state: p(stateWords[one.nextState].word),
                    time: formatTime(one.nextAt, reader),
                  })
                : null}
            </TableCell>
            <TableCell>{formatTime(one.changedAt, reader)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
