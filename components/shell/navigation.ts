import type { ReactNode } from 'react';

export type NavItem = {
  href: string;
  label: string;
  /** A 16 px icon element; elements cross from server to client, components do not. */
  icon?: ReactNode;
  /** A count or a badge at the right. */
  note?: ReactNode;
  /** Active on this path only, not on those below it. */
  exact?: boolean;
  /** Leads here after a G. */
  letter?: string;
};

export type NavGroup = { id: string; label?: string; items: readonly NavItem[] };

/** Whether a link stands for the page shown: the page itself or one below it. */
function isActive(item: Pick<NavItem, 'href' | 'exact'>, path: string): boolean {
  const href = item.href.split(/[?#]/, 1)[0] ?? item.href;
  if (path === href) return true;
  return !item.exact && href !== '/' && path.startsWith(`${href}/`);
}

/** Of several links that match, the longest one is where the person is. */
export function activeHref(groups: readonly NavGroup[], path: string): string | undefined {
  return groups
    .flatMap((group) => group.items)
    .filter((item) => isActive(item, path))
    .sort((a, b) => b.href.length - a.href.length)[0]?.href;
}
