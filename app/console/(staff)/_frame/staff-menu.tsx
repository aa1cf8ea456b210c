'use client';

import { LogOut } from 'lucide-react';
import { PersonMenu } from '@/components/shell/person-menu';
import { MenuItem } from '@/components/ui/dropdown-menu';
import { leaveConsole } from '../../sign-in/actions';

const leave = () =>
  leaveConsole().then(
    () => window.location.assign('/sign-in'),
    () => window.location.reload(),
  );

export function StaffMenu({ name, email }: { name: string; email: string }) {
  return (
    <PersonMenu
      person={{ name, email }}
      signOut={
        <MenuItem icon={<LogOut aria-hidden />} onSelect={() => void leave()}>
          Sign out
        </MenuItem>
      }
    />
  );
}
