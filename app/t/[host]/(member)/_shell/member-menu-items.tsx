'use client';

import { CircleHelp, LogOut, Share2, Ticket, UserRound } from 'lucide-react';
import Link from 'next/link';
import { PersonMenuItems } from '@/components/shell/person-menu-items';
import { MenuItem } from '@/components/ui/dropdown-menu';
import { notify } from '@/components/ui/notify';
import { signOut } from '@/lib/identity/actions';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  person: { name: string; email: string };
  /** Whether other workspaces may share something with the person. */
  looks: boolean;
  /** Whether there is any plan for them. */
  plans: boolean;
}

/** The ways to one's account, to what others share, and out. */
export function MemberMenuItems({ person, looks, plans }: Props) {
  const t = useWording('member');
  return (
    <PersonMenuItems
      person={person}
      signOut={
        <MenuItem
          icon={<LogOut aria-hidden />}
          onSelect={() => void leave(t('You are still signed in'))}
        >
          {t('Sign out')}
        </MenuItem>
      }
    >
      <MenuItem asChild>
        <Link href="/account">
          <UserRound aria-hidden />
          {t('Your account')}
        </Link>
      </MenuItem>
      {plans ? (
        <MenuItem asChild>
          <Link href="/account/plan">
            <Ticket aria-hidden />
            {t('My plan')}
          </Link>
        </MenuItem>
      ) : null}
      {looks ? (
        <MenuItem asChild>
          <Link href="/shared">
            <Share2 aria-hidden />
            {t('Shared with you')}
          </Link>
        </MenuItem>
      ) : null}
      <MenuItem asChild>
        <Link href="/help">
          <CircleHelp aria-hidden />
          {t('Help')}
        </Link>
      </MenuItem>
    </PersonMenuItems>
  );
}

async function leave(refused: string) {
  const answer = await signOut();
  if (answer.ok) window.location.assign(answer.data.next);
  else notify.failed(refused, { description: answer.error.message });
}
