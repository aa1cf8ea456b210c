'use client';

import { FrontSection } from './front-section';
import { useSiteHost } from './use-site-host';

const places = [
  { at: 'gangnam', what: 'Study centre', who: 'admin@gangnam.example' },
  { at: 'bundang', what: 'Maths academy', who: 'admin@bundang.example' },
  { at: 'daechi', what: 'English academy', who: 'teacher.b@example.com' },
  { at: 'acme', what: 'Partner with one person in each role', who: 'admin@acme.example' },
  { at: 'metro', what: 'Public agency', who: 'admin@metro.example' },
  { at: 'console', what: 'Console of the platform’s staff', who: 'staff@rowhouse.example' },
];

/** The demo world, which stands on local installations only. */
export function Demo() {
  const host = useSiteHost();
  if (!host?.replace(/:\d+$/, '').endsWith('.localhost')) return null;
  return (
    <FrontSection
      id="demo"
      title="Look around"
      lead={
        <>
          This installation runs on your own machine and has workspaces to try. Every password is{' '}
          <code className="font-mono text-base text-ink">rowhouse-demo-pass</code>.
        </>
      }
    >
      <ul className="grid gap-x-10 sm:grid-cols-2">
        {places.map(({ at, what, who }) => (
          <li key={at} className="flex flex-col gap-x-4 border-line border-t py-3 sm:flex-row">
            <span className="min-w-0 flex-1">
              <a
                href={`//${at}.${host}/`}
                className="break-words font-medium text-link underline-offset-4 hover:text-link-hover hover:underline"
              >
                {at}.{host}
              </a>
              <span className="block text-muted">{what}</span>
            </span>
            <span className="text-muted text-sm">{who}</span>
          </li>
        ))}
      </ul>
    </FrontSection>
  );
}
