import { CircleCheck } from 'lucide-react';
import type { Metadata } from 'next';
import { KeepFresh } from '@/components/shell/keep-fresh';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { parkedProcedures } from '@/lib/platform/jobs/procedures';
import { workProcedures } from '@/lib/platform/operations/procedures';
import { operationsDescription } from './operation-words';
import { OperationsTable } from './operations-table';
import { ParkedJobs } from './parked-jobs';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Operations') };
}

const refreshMs = 3_000;

export default async function Operations() {
  const t = await wording('console');
  const door = await openConsolePage();
  const [failed, open, parked] = await Promise.all([
    door.call(workProcedures.list, { state: 'failed' }),
    door.call(workProcedures.list, { state: 'open' }),
    door.call(parkedProcedures.list, {}),
  ]);
  const operations = [...open.operations, ...failed.operations];
  const waiting = [...failed.operations, ...parked.jobs].some(
    ({ retryAskedAt }) => retryAskedAt !== null,
  );
  return (
    <PageFrame title={t('Operations')} description={t(operationsDescription)} width="wide">
      {open.open > 0 || waiting ? <KeepFresh everyMs={refreshMs} /> : null}
      {operations.length === 0 ? (
        <EmptyState
          icon={CircleCheck}
          title={t('Nothing is under way')}
          description={t(
            'No opening, backup, restore, export or removal waits, runs or has failed.',
          )}
        />
      ) : (
        <OperationsTable operations={operations} />
      )}
      {parked.count > 0 ? <ParkedJobs {...parked} /> : null}
    </PageFrame>
  );
}
