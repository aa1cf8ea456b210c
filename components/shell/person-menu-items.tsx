'use client';

import type { ReactNode } from 'react';
import { MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu';
import { useWords } from '@/components/ui/words';
import { ThemeMenuItems } from './theme-menu-items';

interface Props {
  person: { name: string; email: string };
  /** `MenuItem`s: profile, language. */
  children?: ReactNode;
  /** The last item: sign out. */
  signOut: ReactNode;
}

/** Who is signed in, and what a person decides for themselves. */
export function PersonMenuItems({ person, children, signOut }: Props) {
  const words = useWords();
  return (
    <>
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
    </>
  );
}
