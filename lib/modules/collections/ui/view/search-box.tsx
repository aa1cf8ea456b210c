'use client';

import { useEffect, useState } from 'react';
import { SearchInput } from '@/components/ui/search-input';
import { useWording } from '@/lib/language/wording-provider';
import type { ChangeView } from './use-view';

const pauseMs = 200;

/** Searches as a person types, once they pause. */
export function SearchBox({ search, change }: { search: string; change: ChangeView }) {
  const t = useWording('collections');
  const [text, setText] = useState(search);
  // What this box asked for last: only another search, from the address, replaces what is typed.
  const [asked, setAsked] = useState(search);
  const [known, setKnown] = useState(search);
  if (search !== known) {
    setKnown(search);
    if (search !== asked) setText(search);
  }
  useEffect(() => {
    if (text === search) return;
    const timer = setTimeout(() => {
      setAsked(text);
      change({ search: text }, 'replace');
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, search, change]);
  return (
    <SearchInput
      value={text}
      onValueChange={setText}
      placeholder={t('Search records')}
      aria-label={t('Search records')}
      maxLength={200}
      className="w-full max-w-none sm:w-64"
    />
  );
}
