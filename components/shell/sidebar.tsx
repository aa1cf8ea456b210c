'use client';

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { useWords } from '@/components/ui/words';
import { rememberCollapsed } from './collapsed-cookie';
import { NavList } from './nav-list';
import type { AppShellProps } from './shell-props';

type SidebarProps = Omit<AppShellProps, 'banner' | 'children'>;

export function Sidebar(props: SidebarProps) {
  const { groups, bottomGroups, person, search, navLabel, tone, top, topCollapsed } = props;
  const words = useWords();
  const [collapsed, setCollapsed] = useState(props.collapsed ?? false);
  const toggle = () => {
    setCollapsed(!collapsed);
    rememberCollapsed(!collapsed);
  };
  return (
    <aside
      data-print="hide"
      data-collapsed={collapsed || undefined}
      className={cn(
        'hidden shrink-0 flex-col border-line border-r bg-surface-sunken md:flex',
        collapsed ? 'w-rail' : 'w-sidebar',
        tone === 'console' && 'border-t-3 border-t-inverse',
      )}
    >
      <div
        className={cn(
          'flex items-center gap-1 p-2',
          collapsed ? 'flex-col' : 'h-13 justify-between',
        )}
      >
        <div className={cn('min-w-0', !collapsed && 'flex-1')}>
          {collapsed ? topCollapsed : top}
        </div>
        <IconButton
          icon={collapsed ? PanelLeftOpen : PanelLeftClose}
          label={collapsed ? words.expand : words.collapse}
          onClick={toggle}
          aria-expanded={!collapsed}
          size="small"
        />
      </div>
      {search ? <div className="px-2 pb-3">{search}</div> : null}
      <div className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-2 py-1">
        <NavList groups={groups} label={navLabel} collapsed={collapsed} />
      </div>
      <div className="flex flex-col gap-2 px-2 pt-2 pb-2">
        {bottomGroups ? (
          <NavList groups={bottomGroups} label={words.manage} collapsed={collapsed} />
        ) : null}
        <div className="border-line border-t pt-2">{person}</div>
      </div>
    </aside>
  );
}
