'use client';

import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { DropdownMenu, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu';
import { useWords } from '@/components/ui/words';
import { ThemeMenuItems } from './theme-menu-items';

export type PersonMenuProps = {
  person: { name: string; email: string; avatar?: string };
  /** `MenuItem`s: profile, language. */
  children?: ReactNode;
  /** The last item: sign out. */
  signOut: ReactNode;
};

export function PersonMenu({ person, children, signOut }: PersonMenuProps) {
  const words = useWords();
  const trigger = (
    <button
      type="button"
      className="group/person flex h-9 w-full items-center gap-2 rounded-control px-1 text-left transition-colors hover:bg-surface-hover data-[state=open]:bg-surface-active in-data-collapsed:justify-center"
    >
      <Avatar name={person.name} src={person.avatar} />
      <span className="sr-only">{words.account}: </span>
      <span className="min-w-0 flex-1 truncate in-data-collapsed:sr-only">{person.name}</span>
    </button>
  );
  return (
    <DropdownMenu trigger={trigger} side="top" align="start" className="w-60">
      <div className="px-2 py-1.5">
        <p className="truncate font-medium">{person.name}</p>
        <p className="truncate text-muted text-sm">{person.email}</p>
      </div>
      <MenuSeparator />
      {children}
      <MenuLabel>{words.theme}</MenuLabel>
      <ThemeMenuItems />
      <MenuSeparator />
      {signOut}
    </DropdownMenu>
  );
}
