'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '@/components/ui/cn';
import { Tooltip } from '@/components/ui/tooltip';
import { activeHref, type NavGroup, type NavItem } from './navigation';

type NavListProps = {
  groups: readonly NavGroup[];
  /** Named for screen readers. */
  label: string;
  /** Icons only, with the words as tooltips. */
  collapsed?: boolean;
  onNavigate?: () => void;
};

export function NavList({ groups, label, collapsed = false, onNavigate }: NavListProps) {
  const active = activeHref(groups, usePathname());
  return (
    <nav aria-label={label} className="flex flex-col gap-4">
      {groups.map((group) => (
        <div key={group.id}>
          {group.label ? (
            <p
              className={cn(
                'mb-1 truncate px-2 font-medium text-subtle text-xs',
                collapsed && 'sr-only',
              )}
            >
              {group.label}
            </p>
          ) : null}
          <ul className="flex flex-col gap-px">
            {group.items.map((item) => (
              <li key={item.href}>
                <NavLink
                  item={item}
                  active={item.href === active}
                  collapsed={collapsed}
                  onNavigate={onNavigate}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

type NavLinkProps = {
  item: NavItem;
  active: boolean;
  collapsed: boolean;
  onNavigate?: () => void;
};

function NavLink({ item, active, collapsed, onNavigate }: NavLinkProps) {
  const link = (
    <Link
      href={item.href}
      onClick={onNavigate}
      aria-current={active ? 'page' : undefined}
      className={cn(
        'group/nav flex h-8 items-center gap-2.5 rounded-control text-muted transition-colors hover:bg-surface-hover hover:text-ink focus-visible:-outline-offset-2',
        'aria-[current]:bg-surface-selected aria-[current]:font-medium aria-[current]:text-ink',
        '[&_svg]:size-4 [&_svg]:shrink-0 aria-[current]:[&>svg]:text-mark',
        collapsed ? 'justify-center' : 'px-2',
      )}
    >
      {item.icon ?? (collapsed ? <span aria-hidden>{item.label.slice(0, 1)}</span> : null)}
      <span className={cn('min-w-0 flex-1 truncate', collapsed && 'sr-only')}>{item.label}</span>
      {item.note && !collapsed ? (
        <span className="text-subtle text-xs tabular-nums">{item.note}</span>
      ) : null}
    </Link>
  );
  return collapsed ? (
    <Tooltip content={item.label} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}
