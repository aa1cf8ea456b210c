'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';

const pauseMs = 250;

/**
 * Filters that live in the address. `typed` follows the keyboard at once and the address after a
 * pause; any change goes back to the first page.
 */
export function useQueryFilter(textName: string) {
  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams();
  const [typed, setTyped] = useState(query.get(textName) ?? '');
  const value = (name: string) => query.get(name) ?? '';
  const set = (change: Record<string, string>) => {
    const next = new URLSearchParams(query);
    for (const [name, text] of Object.entries({ ...change, page: '', cursor: '' })) {
      if (text) next.set(name, text);
      else next.delete(name);
    }
    router.replace(next.size > 0 ? `${path}?${next}` : path, { scroll: false });
  };
  const current = value(textName);
  useEffect(() => {
    if (typed.trim() === current) return;
    const timer = setTimeout(() => set({ [textName]: typed.trim() }), pauseMs);
    return () => clearTimeout(timer);
  });
  return { value, typed, set, type: setTyped };
}
