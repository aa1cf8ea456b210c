import { Check } from 'lucide-react';
import { cn } from '@/components/ui/cn';

/** Where a person stands in a series of steps. */
export function Steps({ names, current }: { names: readonly string[]; current: number }) {
  return (
    <ol className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
      {names.map((name, index) => (
        <li
          key={name}
          aria-current={index === current ? 'step' : undefined}
          className={cn(
            'flex items-center gap-2',
            index === current ? 'font-medium text-ink' : 'text-muted',
          )}
        >
          <span
            aria-hidden
            className={cn(
              'grid size-5 place-items-center rounded-full text-xs tabular-nums',
              index <= current ? 'bg-mark text-mark-foreground' : 'bg-surface-active text-muted',
            )}
          >
            {index < current ? <Check className="size-3" /> : index + 1}
          </span>
          {name}
        </li>
      ))}
    </ol>
  );
}
