import { cn } from '@/components/ui/cn';
import type { useBarDrag } from './use-bar-drag';

interface Props {
  drag: ReturnType<typeof useBarDrag>;
  cutStart: boolean;
  cutEnd: boolean;
}

/** The two ends of a bar, to be dragged alone. */
export function BarGrips({ drag, cutStart, cutEnd }: Props) {
  const grip = (side: 'start' | 'end', place: string) => (
    <span
      aria-hidden
      data-grip={side}
      ref={drag[side].setNodeRef}
      {...drag[side].listeners}
      className={cn(
        'absolute inset-y-0 w-[min(0.5rem,25%)] cursor-ew-resize touch-manipulation transition-colors group-hover/bar:bg-line-strong',
        place,
      )}
    />
  );
  return (
    <>
      {cutStart ? null : grip('start', 'left-0 rounded-l-small')}
      {cutEnd ? null : grip('end', 'right-0 rounded-r-small')}
    </>
  );
}
