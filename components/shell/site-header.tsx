import Link from 'next/link';
import type { ReactNode } from 'react';
import { Logo } from '@/components/brand/logo';
import type { NavItem } from './navigation';

export type SiteHeaderProps = {
  brand: { name: string; logo?: string };
  links: readonly Pick<NavItem, 'href' | 'label'>[];
  navLabel: string;
  /** Sign in, start. */
  actions?: ReactNode;
};

export function SiteHeader({ brand, links, navLabel, actions }: SiteHeaderProps) {
  return (
    <header className="sticky top-0 z-30 border-line border-b bg-surface/90 backdrop-blur">
      <div className="mx-auto flex h-14 max-w-6xl items-center gap-6 px-4 sm:px-6">
        <Link href="/" className="flex min-w-0 items-center gap-2.5 rounded-control">
          <Logo name={brand.name} src={brand.logo} size="small" decorative />
          <span className="truncate font-semibold tracking-tight">{brand.name}</span>
        </Link>
        <nav aria-label={navLabel} className="hidden flex-1 gap-1 sm:flex">
          {links.map((link) => (
            <Link
              key={link.href}
              href={link.href}
              className="rounded-control px-2.5 py-1.5 text-muted transition-colors hover:bg-surface-hover hover:text-ink"
            >
              {link.label}
            </Link>
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-2">{actions}</div>
      </div>
    </header>
  );
}
