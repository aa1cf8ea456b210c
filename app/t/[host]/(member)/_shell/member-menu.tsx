'use client';

import { PersonMenu } from '@/components/shell/person-menu';
import { late } from '@/components/ui/late';

const items = late(() => import('./member-menu-items'));

interface Props {
  person: { name: string; email: string };
  /** Whether other workspaces may share something with the person. */
  looks: boolean;
  /** Whether there is any plan for them. */
  plans: boolean;
}

/** The signed-in person's own corner. */
export function MemberMenu({ person, looks, plans }: Props) {
  return (
    <PersonMenu person={person} items={items}>
      {({ MemberMenuItems }) => <MemberMenuItems person={person} looks={looks} plans={plans} />}
    </PersonMenu>
  );
}
