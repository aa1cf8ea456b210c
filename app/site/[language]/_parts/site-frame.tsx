import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/shell/site-footer';
import { SiteHeader } from '@/components/shell/site-header';
import { SkipLink } from '@/components/shell/skip-link';
import { ThemeSwitch } from '@/components/shell/theme-switch';
import { LanguageSwitch } from '@/lib/language/language-switch';
import { wording } from '@/lib/language/request';

const sections = [
  { href: '/#people', label: 'For whom' },
  { href: '/#isolation', label: 'Isolation' },
  { href: '/#pricing', label: 'Pricing' },
];
const ways = [
  { href: '/start', label: 'Start a workspace' },
  { href: '/api/v1', label: 'Sign-up over the API' },
];

interface Props {
  /** The main action of the header. */
  action?: ReactNode;
  children: ReactNode;
}

/** Header and footer of the platform's own pages. */
export async function SiteFrame({ action, children }: Props) {
  const t = await wording('site');
  const links = t.labelled(sections);
  const groups = [
    { id: 'product', label: t('Product'), links },
    { id: 'use', label: t('Use it'), links: t.labelled(ways) },
  ];
  return (
    <>
      <SkipLink />
      <SiteHeader
        brand={{ name: 'Rowhouse' }}
        links={links}
        navLabel={t('Site')}
        actions={action}
      />
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <SiteFooter
        groups={groups}
        note={t('Rowhouse, under the MIT licence')}
        controls={
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
        }
      />
    </>
  );
}
