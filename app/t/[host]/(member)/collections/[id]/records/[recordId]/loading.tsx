import { PageFrame } from '@/components/ui/page-frame';
import { Skeleton } from '@/components/ui/skeleton';

const fields = ['name', 'date', 'number', 'choice', 'notes'];

export default function Loading() {
  return (
    <PageFrame
      title={<Skeleton className="h-7 w-48" />}
      width="wide"
      breadcrumb={<Skeleton className="w-40" />}
    >
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
        <div className="flex max-w-3xl flex-col gap-5">
          {fields.map((field) => (
            <div key={field} className="flex flex-col gap-2">
              <Skeleton className="w-24" />
              <Skeleton className="h-8" />
            </div>
          ))}
        </div>
        <Skeleton className="h-40" />
      </div>
    </PageFrame>
  );
}
