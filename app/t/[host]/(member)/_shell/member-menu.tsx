'use client';

import { LogOut, UserRound } from 'lucide-react';
import Link from 'next/link';
import { PersonMenu } from '@/components/shell/person-menu';
import { MenuItem } from '@/components/ui/dropdown-menu';
import { signOut } from './actions';

/** The signed-in person's own corner. */
export function MemberMenu({ name, email }: { name: string; email: string }) {
  return (
    <PersonMenu
      person={{ name, email }}
      signOut={
        <MenuItem icon={<LogOut aria-hidden />} onSelect={() => void signOut()}>
          Sign out
        </MenuItem>
      }
    >
      <MenuItem asChild icon={<UserRound aria-hidden />}>
        <Link href="/account">Your account</Link>
      </MenuItem>
    </PersonMenu>
  );
}
