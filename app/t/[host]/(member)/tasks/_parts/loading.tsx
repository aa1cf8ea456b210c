import { PageFrame } from '@/components/ui/page-frame';
import { TableSkeleton } from '@/components/ui/table-skeleton';
import { wording } from '@/lib/language/request';

export async function TasksLoading() {
  const t = await wording('tasks');
  return (
    <PageFrame
      title={t('Tasks')}
      description={t('What people are asked to do, and what they hand in.')}
      width="wide"
    >
      <TableSkeleton columns={3} />
    </PageFrame>
  );
}
