'use client';

import { createContext, type ReactNode, use, useMemo } from 'react';
import type { Language } from './languages';
import { type Area, type Messages, makeWording, type Wording } from './wording';

interface Known {
  language: Language;
  areas: Partial<Record<Area, Messages>>;
}

const Words = createContext<Known>({ language: 'en', areas: {} });

interface Props extends Known {
  children: ReactNode;
}

/** Hands areas to the client components below, beside those handed out further up. */
export function WordingProvider({ language, areas, children }: Props) {
  const above = use(Words);
  const known = useMemo(
    () => ({ language, areas: { ...above.areas, ...areas } }),
    [above, language, areas],
  );
  return <Words value={known}>{children}</Words>;
}

/** The wording of an area, in a client component; English where no layout above hands it out. */
export function useWording<A extends Area>(area: A): Wording<A> {
  const { language, areas } = use(Words);
  return useMemo(() => {
    const known = [areas[area], areas.shared].filter((messages) => messages !== undefined);
    return makeWording<A>(language, known);
  }, [language, areas, area]);
}

/** The language of this page, for dates and numbers. */
export const useLanguage = (): Language => use(Words).language;
