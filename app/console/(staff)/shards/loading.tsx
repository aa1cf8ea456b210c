import { PageFrame } from '@/components/ui/page-frame';
import { TableSkeleton } from '@/components/ui/table-skeleton';
import { shardsDescription } from './words';

export default function Loading() {
  return (
    <PageFrame title="Shards" description={shardsDescription} width="wide">
      <TableSkeleton columns={7} rows={4} />
    </PageFrame>
  );
}
