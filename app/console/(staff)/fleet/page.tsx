import { CircleCheck } from 'lucide-react';
import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import { Progress } from '@/components/ui/progress';
import { openConsolePage } from '@/lib/doors/page';
import { formatNumber } from '@/lib/format';
import { fleetProcedures } from '@/lib/platform/fleet/procedures';
import { BehindTable } from './behind-table';
import { RetryButton } from './retry-button';

export const metadata: Metadata = { title: 'Fleet migration' };

export default async function Fleet() {
  const door = await openConsolePage();
  const { total, current, failed, waiting, behind } = await door.call(fleetProcedures.status, {});
  const count = (value: number) => formatNumber(value, 'en');
  return (
    <PageFrame
      title="Fleet migration"
      description="Shared tables and homes follow each release by themselves, empty homes first."
      width="wide"
      actions={failed > 0 ? <RetryButton failed={failed} /> : undefined}
    >
      <div className="flex max-w-md flex-col gap-2">
        <p className="tabular-nums">
          {count(current)} of {count(total)} up to date
          {failed + waiting > 0 ? `, ${count(failed)} failed, ${count(waiting)} waiting` : ''}
        </p>
        <Progress
          value={current}
          max={total}
          label="Up to date"
          {...(failed > 0 && { tone: 'warning' as const })}
        />
      </div>
      {behind.length === 0 ? (
        <EmptyState
          icon={CircleCheck}
          title="Nobody is behind"
          description="Every set of shared tables and every home stands in the present shape."
        />
      ) : (
        <BehindTable behind={behind} />
      )}
    </PageFrame>
  );
}
