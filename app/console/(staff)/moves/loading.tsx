import { PageFrame } from '@/components/ui/page-frame';
import { TableSkeleton } from '@/components/ui/table-skeleton';
import { movesDescription } from './move-words';

export default function Loading() {
  return (
    <PageFrame title="Moves" description={movesDescription} width="wide">
      <TableSkeleton columns={4} rows={6} />
    </PageFrame>
  );
}
