'use client';

import type { ReactNode } from 'react';
import { type ButtonLooks, buttonVariants } from '@/components/ui/button-variants';
import { useSiteHost } from './use-site-host';

interface Props extends ButtonLooks {
  children: ReactNode;
}

/** The page is made once for every installation, so the API's host is known in the browser only. */
export function ApiLink({ children, ...looks }: Props) {
  const host = useSiteHost();
  return (
    <a href={host ? `//api.${host}/api/v1` : '/api/v1'} className={buttonVariants(looks)}>
      {children}
    </a>
  );
}
