'use client';

import type { ReactNode } from 'react';
import { useSiteHost } from './use-site-host';

/** Shows what only an installation on one's own machine has. */
export function OnLocalHost({ children }: { children: ReactNode }) {
  const host = useSiteHost();
  return host?.replace(/:\d+$/, '').endsWith('.localhost') ? children : null;
}
