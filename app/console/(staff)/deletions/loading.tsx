import { PageFrame } from '@/components/ui/page-frame';
import { TableSkeleton } from '@/components/ui/table-skeleton';
import { deletionsDescription } from './deletion-words';

export default function Loading() {
  return (
    <PageFrame title="Deletions" description={deletionsDescription} width="wide">
      <TableSkeleton columns={4} rows={6} />
    </PageFrame>
  );
}
