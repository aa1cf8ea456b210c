'use client';

import { useSiteHost } from './use-site-host';

/** Leads to a place of the demo world below the host that the browser asked. */
export function DemoLink({ at }: { at: string }) {
  const host = useSiteHost();
  return (
    <a
      href={`//${at}.${host}/`}
      className="break-words font-medium text-link underline-offset-4 hover:text-link-hover hover:underline"
    >
      {at}.{host}
    </a>
  );
}
