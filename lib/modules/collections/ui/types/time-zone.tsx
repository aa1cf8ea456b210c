'use client';

import { createContext, use } from 'react';

/** The zone on whose clock the reader sees and types times; their device's where nothing says so. */
export const TimeZoneContext = createContext<string | null>(null);

export const useTimeZone = (): string =>
  use(TimeZoneContext) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
