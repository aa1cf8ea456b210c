import { Trash2 } from 'lucide-react';
import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { deletionsProcedures } from '@/lib/platform/deletions/procedures';
import { deletionsDescription } from './deletion-words';
import { DeletionsTable } from './deletions-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Deletions') };
}

export default async function Deletions() {
  const t = await wording('console');
  const door = await openConsolePage();
  const { deletions } = await door.call(deletionsProcedures.list, {});
  return (
    <PageFrame title={t('Deletions')} description={t(deletionsDescription)} width="wide">
      {deletions.length === 0 ? (
        <EmptyState
          icon={Trash2}
          title={t('Nobody has asked to go')}
          description={t(
            'An admin asks in the settings of their workspace. It goes on for 14 days, in which they or you can cancel.',
          )}
        />
      ) : (
        <DeletionsTable deletions={deletions} />
      )}
    </PageFrame>
  );
}
