import { PageFrame } from '@/components/ui/page-frame';
import { TableSkeleton } from '@/components/ui/table-skeleton';
import { operationsDescription } from './operation-words';

export default function Loading() {
  return (
    <PageFrame title="Operations" description={operationsDescription} width="wide">
      <TableSkeleton columns={4} rows={6} />
    </PageFrame>
  );
}
