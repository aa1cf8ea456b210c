'use client';

import { useWords } from '@/components/ui/words';

/** The first stop of the Tab key: past the navigation. */
export function SkipLink() {
  const words = useWords();
  return (
    <a
      href="#content"
      className="fixed top-2 left-2 z-70 -translate-y-20 rounded-control bg-inverse px-3 py-1.5 text-inverse-foreground shadow-overlay focus:translate-y-0 print:hidden"
    >
      {words.skip}
    </a>
  );
}
