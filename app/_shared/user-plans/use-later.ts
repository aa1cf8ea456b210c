'use client';

import { useState } from 'react';
import { momentAt } from '@/lib/wall-time';

/** A moment that is typed as the reader's clocks show it; null for at once. */
export function useLater(timeZone: string) {
  const [typed, setTyped] = useState('');
  return { typed, setTyped, at: () => (typed ? momentAt(typed, timeZone) : null) };
}
