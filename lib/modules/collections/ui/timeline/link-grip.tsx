import { cn } from '@/components/ui/cn';
import type { useBarDrag } from './use-bar-drag';

interface Props {
  drag: ReturnType<typeof useBarDrag>['link'];
  /** Stands inside the bar, where beside it there is no room. */
  inside: boolean;
}

/** A knob at the end of a bar, to be dragged onto the one that waits for it. */
export function LinkGrip({ drag, inside }: Props) {
  const { x = 0, y = 0 } = drag.transform ?? {};
  return (
    <span
      aria-hidden
      data-grip="link"
      ref={drag.setNodeRef}
      {...drag.listeners}
      className={cn(
        'absolute inset-y-0 z-10 my-auto size-3 cursor-crosshair touch-none rounded-full border-2 border-muted bg-surface opacity-0 group-hover/bar:opacity-100',
        inside ? 'right-10' : 'left-full ml-1',
        drag.isDragging && 'border-mark opacity-100',
      )}
    >
      {drag.isDragging ? (
        <svg
          aria-hidden
          className="pointer-events-none absolute top-1 left-1 size-px overflow-visible"
        >
          <line x2={x} y2={y} className="stroke-2 stroke-mark" strokeDasharray="4 3" />
        </svg>
      ) : null}
    </span>
  );
}
