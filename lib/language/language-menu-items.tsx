'use client';

import { MenuCheckItem, MenuLabel } from '@/components/ui/dropdown-menu';
import { languageNames, languages } from './languages';
import { switchLanguage } from './remember';
import { useLanguage, useWording } from './wording-provider';

/** The languages of this page, inside a menu. */
export function LanguageMenuItems() {
  const t = useWording('shared');
  const current = useLanguage();
  return (
    <>
      <MenuLabel>{t('Language')}</MenuLabel>
      {languages.map((language) => (
        <MenuCheckItem
          key={language}
          checked={language === current}
          onSelect={() => switchLanguage(language)}
        >
          <span lang={language}>{languageNames[language]}</span>
        </MenuCheckItem>
      ))}
    </>
  );
}
