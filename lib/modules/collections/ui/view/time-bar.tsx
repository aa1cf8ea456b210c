'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  /** The time in sight. */
  title: string;
  previous: string;
  next: string;
  onToday: () => void;
  onGo: (by: 1 | -1) => void;
  children: ReactNode;
}

/** Which time a view is open at, and the ways to go from there. */
export function TimeBar({ title, previous, next, onToday, onGo, children }: Props) {
  const t = useWording('collections');
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Button size="small" onClick={onToday}>
        {t('Today')}
      </Button>
      <IconButton icon={ChevronLeft} size="small" label={previous} onClick={() => onGo(-1)} />
      <IconButton icon={ChevronRight} size="small" label={next} onClick={() => onGo(1)} />
      <h2 aria-live="polite" className="mr-auto px-1 font-semibold">
        {title}
      </h2>
      {children}
    </div>
  );
}
