import { PageFrame } from '@/components/ui/page-frame';
import { Skeleton } from '@/components/ui/skeleton';
import { TableSkeleton } from '@/components/ui/table-skeleton';

interface Props {
  title: string;
  description: string;
  columns: number;
}

/** A page with filters and a table, at its final size. */
export function TableLoading({ title, description, columns }: Props) {
  return (
    <PageFrame title={title} description={description} width="wide">
      <Skeleton className="h-control w-full max-w-md" />
      <TableSkeleton columns={columns} rows={12} />
    </PageFrame>
  );
}
