'use client';

import type { ReactNode } from 'react';
import { type Late, useLate } from './late';
import { Skeleton } from './skeleton';

interface Props<Part> {
  source: Late<Part>;
  children: (part: Part) => ReactNode;
}

/** What is drawn by code that comes after the page; a bar until it is there. */
export function Later<Part>({ source, children }: Props<Part>) {
  const part = useLate(source, true);
  return part ? children(part) : <Skeleton className="h-8 w-full" />;
}
