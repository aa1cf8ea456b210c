'use client';

import { Search } from 'lucide-react';
import { type ComponentProps, useSyncExternalStore } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { useWords } from '@/components/ui/words';

/** Looks like a search field; opens the command palette. */
export function CommandTrigger(props: ComponentProps<'button'>) {
  const words = useWords();
  const apple = useSyncExternalStore(never, isApple, () => false);
  return (
    <button
      type="button"
      className="flex h-control w-full items-center gap-2 rounded-control border border-line bg-surface-raised px-2 text-left text-muted shadow-control transition-colors hover:border-line-strong in-data-collapsed:justify-center in-data-collapsed:px-0"
      {...props}
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 truncate in-data-collapsed:sr-only">{words.search}</span>
      <span className="in-data-collapsed:hidden pointer-coarse:hidden">
        <Kbd keys={[apple ? '⌘' : 'Ctrl', 'K']} />
      </span>
    </button>
  );
}

const never = () => () => {};
const isApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent);
