import { SquareTerminal } from 'lucide-react';
import { wording } from '@/lib/language/request';

/** The console's own mark; it has no tenant's logo. */
export async function ConsoleMark({ alone = false }: { alone?: boolean }) {
  const t = await wording('console');
  return (
    <span className="flex h-9 min-w-0 items-center gap-2 px-1.5">
      <span className="grid size-6 shrink-0 place-items-center rounded-control bg-inverse text-inverse-foreground">
        <SquareTerminal aria-hidden className="size-4" />
      </span>
      <span className={alone ? 'sr-only' : 'truncate font-semibold'}>{t('Rowhouse console')}</span>
    </span>
  );
}
