'use client';

import { LogOut } from 'lucide-react';
import { PersonMenu } from '@/components/shell/person-menu';
import { MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu';
import { LanguageMenuItems } from '@/lib/language/language-menu-items';
import { useWording } from '@/lib/language/wording-provider';
import { leaveConsole } from '../../sign-in/actions';

const leave = () =>
  leaveConsole().then(
    () => window.location.assign('/sign-in'),
    () => window.location.reload(),
  );

export function StaffMenu({ name, email }: { name: string; email: string }) {
  const t = useWording('console');
  return (
    <PersonMenu
      person={{ name, email }}
      signOut={
        <MenuItem icon={<LogOut aria-hidden />} onSelect={() => void leave()}>
          {t('Sign out')}
        </MenuItem>
      }
    >
      <LanguageMenuItems />
      <MenuSeparator />
    </PersonMenu>
  );
}
