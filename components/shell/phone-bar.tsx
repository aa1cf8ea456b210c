'use client';

import { Menu } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Sheet } from '@/components/ui/sheet';
import { useWords } from '@/components/ui/words';
import { NavList } from './nav-list';
import type { AppShellProps } from './shell-props';

type PhoneBarProps = Pick<
  AppShellProps,
  'top' | 'groups' | 'bottomGroups' | 'person' | 'search' | 'navLabel'
>;

export function PhoneBar({ top, groups, bottomGroups, person, search, navLabel }: PhoneBarProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const path = usePathname();
  const [shownPath, setShownPath] = useState(path);
  if (path !== shownPath) {
    setShownPath(path);
    setOpen(false);
  }
  return (
    <div
      data-print="hide"
      className="flex h-topbar shrink-0 items-center gap-1 border-line border-b bg-surface-sunken px-2 md:hidden"
    >
      <Sheet
        side="left"
        open={open}
        onOpenChange={setOpen}
        title={navLabel}
        hideTitle
        trigger={<IconButton icon={Menu} label={words.menu} tooltip={false} size="large" />}
      >
        <div className="flex min-h-full flex-col gap-3 p-3">
          {search}
          <div className="flex-1">
            <NavList groups={groups} label={navLabel} onNavigate={close} />
          </div>
          {bottomGroups ? (
            <NavList groups={bottomGroups} label={words.manage} onNavigate={close} />
          ) : null}
          <div className="border-line border-t pt-2">{person}</div>
        </div>
      </Sheet>
      <div className="min-w-0 flex-1">{top}</div>
    </div>
  );
}
