import type { ReactNode } from 'react';
import { messagesIn } from './ko';
import { pageLanguage } from './request';
import type { Area } from './wording';
import { WordingProvider } from './wording-provider';

/** Hands the messages of these areas to the client components below. English needs none. */
export async function Worded({ areas, children }: { areas: readonly Area[]; children: ReactNode }) {
  const language = await pageLanguage();
  const handed = Object.fromEntries(areas.map((area) => [area, messagesIn(language, area)]));
  return (
    <WordingProvider language={language} areas={handed}>
      {children}
    </WordingProvider>
  );
}
