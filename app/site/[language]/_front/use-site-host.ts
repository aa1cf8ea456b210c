'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Host and port of the root domain as the browser asked it; null while the page is made. */
export const useSiteHost = (): string | null =>
  useSyncExternalStore(
    never,
    () => window.location.host,
    () => null,
  );
