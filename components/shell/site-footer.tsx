import Link from 'next/link';
import type { ReactNode } from 'react';
import type { NavItem } from './navigation';

type FooterGroup = { id: string; label: string; links: readonly Pick<NavItem, 'href' | 'label'>[] };

export type SiteFooterProps = {
  groups: readonly FooterGroup[];
  /** Small print at the left, such as the owner and year. */
  note: ReactNode;
  /** Theme and language. */
  controls?: ReactNode;
};

export function SiteFooter({ groups, note, controls }: SiteFooterProps) {
  return (
    <footer className="border-line border-t bg-surface-sunken">
      <div className="mx-auto grid max-w-6xl gap-8 px-4 py-10 sm:px-6">
        <div className="grid grid-cols-2 gap-6 sm:grid-cols-4">
          {groups.map((group) => (
            <div key={group.id}>
              <h2 className="mb-2 font-medium text-sm">{group.label}</h2>
              <ul className="grid gap-1.5">
                {group.links.map((link) => (
                  <li key={link.href}>
                    <Link href={link.href} className="text-muted hover:text-ink hover:underline">
                      {link.label}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
        <div className="flex flex-wrap items-center justify-between gap-3 text-muted text-sm">
          <p>{note}</p>
          {controls}
        </div>
      </div>
    </footer>
  );
}
