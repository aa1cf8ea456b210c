'use client';

import { createContext, type ReactNode, use } from 'react';
import { type UiLocale, type UiWords, uiWords } from './words-table';

const WordsContext = createContext<UiWords>(uiWords.en);

/** Sets the language of the words that primitives say by themselves ("Close", "Copied"). */
export function WordsProvider({ locale, children }: { locale: UiLocale; children: ReactNode }) {
  return <WordsContext value={uiWords[locale]}>{children}</WordsContext>;
}

export const useWords = (): UiWords => use(WordsContext);
