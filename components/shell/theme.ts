'use client';

import { useSyncExternalStore } from 'react';

import { isTheme, type Theme, themeCookie } from './theme-choice';

/** The person's choice on this device, and how to change it at once and for later pages. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, current, () => 'system' as const);
  return [theme, choose];
}

const changed = 'themechange';

function subscribe(notify: () => void) {
  window.addEventListener(changed, notify);
  return () => window.removeEventListener(changed, notify);
}

function current(): Theme {
  const { theme } = document.documentElement.dataset;
  return isTheme(theme) ? theme : 'system';
}

function choose(theme: Theme) {
  const { dataset } = document.documentElement;
  dataset.theme = theme;
  const life = theme === 'system' ? 0 : 31536000;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  document.cookie = `${themeCookie}=${theme}; path=/; samesite=lax; max-age=${life}`;
  if (theme === 'system') delete dataset.theme;
  window.dispatchEvent(new Event(changed));
}
