'use client';

import { UserPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { InviteForm } from './invite-form';
import { type InviteOutcome, InviteResults } from './invite-results';
import type { RoleChoice } from './member-facts';

/** Invites one or many; afterwards says what became of each address. */
export function InviteDialog({ roles }: { roles: RoleChoice[] }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [outcomes, setOutcomes] = useState<InviteOutcome[] | null>(null);
  const change = (next: boolean) => {
    setOpen(next);
    setOutcomes(null);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden />
          Invite people
        </Button>
      }
      title={outcomes ? 'Invitations' : 'Invite people'}
      description={
        outcomes ? undefined : 'Each address gets a mail with a link that works for seven days.'
      }
    >
      {outcomes ? (
        <InviteResults outcomes={outcomes} onDone={() => change(false)} />
      ) : (
        <InviteForm
          roles={roles}
          onDone={(results) => {
            setOutcomes(results);
            router.refresh();
          }}
        />
      )}
    </Dialog>
  );
}
