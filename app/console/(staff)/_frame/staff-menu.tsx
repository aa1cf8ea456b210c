'use client';

import { PersonMenu } from '@/components/shell/person-menu';
import { late } from '@/components/ui/late';

const items = late(() => import('./staff-menu-items'));

export function StaffMenu(person: { name: string; email: string }) {
  return (
    <PersonMenu person={person} items={items}>
      {({ StaffMenuItems }) => <StaffMenuItems person={person} />}
    </PersonMenu>
  );
}
