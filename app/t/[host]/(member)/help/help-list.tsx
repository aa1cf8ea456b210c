'use client';

import { ChevronRight, SearchX } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { SearchInput } from '@/components/ui/search-input';
import { answering } from './answering';

interface Props {
  words: { search: string; nothing: string; other: string; there: string };
  sections: {
    id: string;
    title: string;
    icon: ReactNode;
    questions: { question: string; answer: string; path: string | undefined }[];
  }[];
}

/** Questions that open, and a field that leaves those whose words are typed. */
export function HelpList({ words, sections }: Props) {
  const [text, setText] = useState('');
  const found = answering(sections, text);
  return (
    <>
      <SearchInput
        value={text}
        onValueChange={setText}
        aria-label={words.search}
        placeholder={words.search}
        className="max-w-full sm:max-w-96"
      />
      {found.length === 0 ? (
        <EmptyState icon={SearchX} title={words.nothing} description={words.other} />
      ) : null}
      {found.map(({ id, title, icon, questions }) => (
        <section key={id} aria-labelledby={`help-${id}`} className="flex flex-col gap-2">
          <h2 id={`help-${id}`} className="flex items-center gap-2 font-semibold text-base">
            <span className="text-muted">{icon}</span>
            {title}
          </h2>
          <div className="divide-y divide-line rounded-panel border border-line bg-surface-raised">
            {questions.map(({ question, answer, path }) => (
              <details key={question} className="group">
                <summary className="flex cursor-pointer list-none items-start gap-2 rounded-panel px-4 py-3 font-medium hover:bg-surface-hover [&::-webkit-details-marker]:hidden">
                  <ChevronRight
                    aria-hidden
                    className="mt-0.5 size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
                  />
                  {question}
                </summary>
                <div className="flex flex-col items-start gap-2 pr-4 pb-4 pl-10 text-muted">
                  <p className="text-measure">{answer}</p>
                  {path ? (
                    <Link href={path} className="font-medium text-link hover:underline">
                      {words.there}
                    </Link>
                  ) : null}
                </div>
              </details>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}
