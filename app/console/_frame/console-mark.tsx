import { SquareTerminal } from 'lucide-react';

/** The console's own mark; it has no tenant's logo. */
export function ConsoleMark({ alone = false }: { alone?: boolean }) {
  return (
    <span className="flex h-9 min-w-0 items-center gap-2 px-1.5">
      <span className="grid size-6 shrink-0 place-items-center rounded-control bg-inverse text-inverse-foreground">
        <SquareTerminal aria-hidden className="size-4" />
      </span>
      <span className={alone ? 'sr-only' : 'truncate font-semibold'}>Rowhouse console</span>
    </span>
  );
}
