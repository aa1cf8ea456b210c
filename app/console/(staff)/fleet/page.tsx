import { CircleCheck } from 'lucide-react';
import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import { Progress } from '@/components/ui/progress';
import { openConsolePage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { fleetProcedures } from '@/lib/platform/fleet/procedures';
import { BehindTable } from './behind-table';
import { RetryButton } from './retry-button';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Fleet migration') };
}

export default async function Fleet() {
  const t = await wording('console');
  const door = await openConsolePage();
  const { total, current, failed, waiting, behind } = await door.call(fleetProcedures.status, {});
  return (
    <PageFrame
      title={t('Fleet migration')}
      description={t(
        'Shared tables and homes follow each release by themselves, empty homes first.',
      )}
      width="wide"
      actions={failed > 0 ? <RetryButton failed={failed} /> : undefined}
    >
      <div className="flex max-w-md flex-col gap-2">
        <p className="tabular-nums">
          {t('{current} of {total} up to date', { current, total })}
          {failed + waiting > 0
            ? t(', {failed} failed, {waiting} waiting', { failed, waiting })
            : ''}
        </p>
        <Progress
          value={current}
          max={total}
          label={t('Up to date')}
          {...(failed > 0 && { tone: 'warning' as const })}
        />
      </div>
      {behind.length === 0 ? (
        <EmptyState
          icon={CircleCheck}
          title={t('Nobody is behind')}
          description={t('Every set of shared tables and every home stands in the present shape.')}
        />
      ) : (
        <BehindTable behind={behind} />
      )}
    </PageFrame>
  );
}
