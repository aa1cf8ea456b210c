import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/shell/site-footer';
import { SiteHeader } from '@/components/shell/site-header';
import { SkipLink } from '@/components/shell/skip-link';
import { ThemeSwitch } from '@/components/shell/theme-switch';

const links = [
  { href: '/#people', label: 'For whom' },
  { href: '/#isolation', label: 'Isolation' },
  { href: '/#pricing', label: 'Pricing' },
];

const groups = [
  { id: 'product', label: 'Product', links },
  {
    id: 'use',
    label: 'Use it',
    links: [
      { href: '/start', label: 'Start a workspace' },
      { href: '/api/v1', label: 'Sign-up over the API' },
    ],
  },
];

interface Props {
  /** The main action of the header. */
  action?: ReactNode;
  children: ReactNode;
}

/** Header and footer of the platform's own pages. */
export function SiteFrame({ action, children }: Props) {
  return (
    <>
      <SkipLink />
      <SiteHeader brand={{ name: 'Rowhouse' }} links={links} navLabel="Site" actions={action} />
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <SiteFooter
        groups={groups}
        note="Rowhouse, under the MIT licence"
        controls={<ThemeSwitch />}
      />
    </>
  );
}
