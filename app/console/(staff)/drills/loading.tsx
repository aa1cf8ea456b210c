import { PageFrame } from '@/components/ui/page-frame';
import { TableSkeleton } from '@/components/ui/table-skeleton';
import { drillsDescription } from './drill-words';

export default function Loading() {
  return (
    <PageFrame title="Restore drills" description={drillsDescription} width="wide">
      <TableSkeleton columns={4} rows={6} />
    </PageFrame>
  );
}
