'use client';

import { LogOut } from 'lucide-react';
import { PersonMenuItems } from '@/components/shell/person-menu-items';
import { MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu';
import { LanguageMenuItems } from '@/lib/language/language-menu-items';
import { useWording } from '@/lib/language/wording-provider';
import { leaveConsole } from '../../sign-in/actions';

const leave = () =>
  leaveConsole().then(
    () => window.location.assign('/sign-in'),
    () => window.location.reload(),
  );

/** The language of the console, and the way out. */
export function StaffMenuItems({ person }: { person: { name: string; email: string } }) {
  const t = useWording('console');
  return (
    <PersonMenuItems
      person={person}
      signOut={
        <MenuItem icon={<LogOut aria-hidden />} onSelect={() => void leave()}>
          {t('Sign out')}
        </MenuItem>
      }
    >
      <LanguageMenuItems />
      <MenuSeparator />
    </PersonMenuItems>
  );
}
