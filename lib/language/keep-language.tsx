'use client';

import { useEffect } from 'react';
import { isLanguage, languageCookie } from './languages';
import { rememberLanguage } from './remember';
import { useLanguage } from './wording-provider';

/**
 * Brings a device in line with what its person chose elsewhere. A browser that keeps no cookie stays
 * with the language it has.
 */
export function KeepLanguage({ chosen }: { chosen: string | null }) {
  const shown = useLanguage();
  useEffect(() => {
    if (!isLanguage(chosen) || chosen === shown) return;
    rememberLanguage(chosen);
    if (document.cookie.includes(`${languageCookie}=${chosen}`)) window.location.reload();
  }, [chosen, shown]);
  return null;
}
