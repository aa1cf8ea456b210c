import { actWords } from '@/app/_shared/act-words';
import { declaredEvents } from '@/lib/doors/declared';
import type { Language } from '@/lib/language/languages';

/** An event as it is chosen: its name, and what happens in words. */
export interface EventChoice {
  name: string;
  words: string;
}

/** Every event that a webhook can wait for, by name. */
export const eventChoices = (language: Language): EventChoice[] =>
  declaredEvents().map(({ name }) => ({ name, words: actWords(name, language) }));
