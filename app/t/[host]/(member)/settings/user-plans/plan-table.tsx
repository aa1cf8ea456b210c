import Link from 'next/link';
import { priceWords } from '@/app/_shared/plans/plan-words';
import { Badge } from '@/components/ui/badge';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import type { UserPlanRow } from '@/lib/billing/user-plans/shapes';
import { formatNumber } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { seenBy } from './seen-by';

/** Every plan with who sees it, what it costs and how many are on it. */
export async function PlanTable({ plans }: { plans: readonly UserPlanRow[] }) {
  const t = await wording('userPlans');
  const p = await wording('plans');
  return (
    <Table frameLabel={t('Plans for my users')}>
      <TableHead>
        <tr>
          <TableHeader pinned>{t('Plan')}</TableHeader>
          <TableHeader>{t('Seen by')}</TableHeader>
          <TableHeader>{t('Price')}</TableHeader>
          <TableHeader numeric>{t('Members')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {plans.map((plan) => (
          <TableRow key={plan.id}>
            <TableCell pinned>
              <Link href={`/settings/user-plans/${plan.id}`} className="hover:underline">
                {plan.name}
              </Link>
            </TableCell>
            <TableCell>
              <Badge
                tone={plan.offered && !plan.archivedAt && plan.published ? 'success' : 'outline'}
              >
                {t(seenBy(plan))}
              </Badge>
            </TableCell>
            <TableCell>
              {!plan.published
                ? null
                : plan.published.terms.prices.length === 0
                  ? t('Free')
                  : plan.published.terms.prices.map((price) => priceWords(p, price)).join(', ')}
            </TableCell>
            <TableCell numeric>{formatNumber(plan.subscriptions, t.language)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
