import { Skeleton } from '@/components/ui/skeleton';

const rows = [1, 2, 3, 4];

export function HomeSkeleton() {
  return (
    <div aria-busy className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      {['left', 'right'].map((side) => (
        <div key={side}>
          <div className="mb-1 flex h-control items-center">
            <Skeleton className="w-32" />
          </div>
          {rows.map((row) => (
            <div key={row} className="flex h-15 items-center gap-3 border-line border-t">
              <Skeleton className="size-7 shrink-0" />
              <Skeleton className="w-2/3" />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
