import { PageFrame } from '@/components/ui/page-frame';
import { Skeleton } from '@/components/ui/skeleton';

/** A page of form sections, at its final size. */
export function FormLoading({ title, description }: { title: string; description: string }) {
  return (
    <PageFrame title={title} description={description}>
      {['first', 'second', 'third'].map((key) => (
        <div key={key} className="grid gap-4 md:grid-cols-[16rem_1fr]">
          <Skeleton className="h-5 w-32" />
          <Skeleton className="h-24 max-w-xl" />
        </div>
      ))}
    </PageFrame>
  );
}
