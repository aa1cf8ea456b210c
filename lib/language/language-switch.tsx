'use client';

import { Globe } from 'lucide-react';
import { languageNames, languages } from './languages';
import { switchLanguage } from './remember';
import { useLanguage, useWording } from './wording-provider';

/** The languages of this page, for whoever has no account to keep a choice in. */
export function LanguageSwitch() {
  const t = useWording('shared');
  const current = useLanguage();
  return (
    <nav aria-label={t('Language')} className="flex items-center gap-1">
      <Globe aria-hidden className="size-3.5" />
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-current={language === current ? 'true' : undefined}
          onClick={() => switchLanguage(language)}
          className="rounded-small px-1.5 py-1 hover:bg-surface-hover aria-[current]:font-medium aria-[current]:text-ink"
        >
          {languageNames[language]}
        </button>
      ))}
    </nav>
  );
}
