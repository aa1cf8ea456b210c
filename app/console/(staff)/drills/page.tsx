import { ArchiveRestore } from 'lucide-react';
import type { Metadata } from 'next';
import { KeepFresh } from '@/components/shell/keep-fresh';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { drillsProcedures } from '@/lib/platform/backups/procedures';
import { drillsDescription } from './drill-words';
import { DrillsTable } from './drills-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Restore drills') };
}

export default async function Drills() {
  const t = await wording('console');
  const door = await openConsolePage();
  const { drills } = await door.call(drillsProcedures.list, {});
  const open = drills.some(({ state }) => state === 'queued' || state === 'running');
  return (
    <PageFrame title={t('Restore drills')} description={t(drillsDescription)} width="wide">
      {open ? <KeepFresh everyMs={2_000} /> : null}
      {drills.length === 0 ? (
        <EmptyState
          icon={ArchiveRestore}
          title={t('No drill yet')}
          description={t(
            'The operator tries out a few backups every day. You can ask for one on a tenant’s page.',
          )}
        />
      ) : (
        <DrillsTable drills={drills} />
      )}
    </PageFrame>
  );
}
