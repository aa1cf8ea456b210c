'use client';

import { PersonMenu } from '@/components/shell/person-menu';
import { late } from '@/components/ui/late';

const items = late(() => import('./member-menu-items'));

/** The signed-in person's own corner. */
export function MemberMenu(person: { name: string; email: string }) {
  return (
    <PersonMenu person={person} items={items}>
      {({ MemberMenuItems }) => <MemberMenuItems person={person} />}
    </PersonMenu>
  );
}
