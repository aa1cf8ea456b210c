'use client';

import { RotateCw, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useSubmit } from '@/components/forms/use-submit';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { notify } from '@/components/ui/notify';
import { Status } from '@/components/ui/status';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowActions,
} from '@/components/ui/table';
import { resendInvitation, revokeInvitation } from './actions';

interface InvitationRow {
  id: string;
  email: string;
  role: { name: string };
  invitedByName: string | null;
  sent: string;
  expires: string;
  expired: boolean;
}

export function InvitationsTable({ invitations }: { invitations: InvitationRow[] }) {
  // By address: sending again gives the invitation another id while this table stays.
  const [address, setAddress] = useState<string | null>(null);
  const revoking = invitations.find((one) => one.email === address);
  return (
    <>
      <Table>
        <TableHead>
          <tr>
            <TableHeader>Address</TableHeader>
            <TableHeader>Role</TableHeader>
            <TableHeader className="hidden lg:table-cell">Invited by</TableHeader>
            <TableHeader className="hidden lg:table-cell">Sent</TableHeader>
            <TableHeader className="hidden sm:table-cell">State</TableHeader>
            <TableHeader>
              <span className="sr-only">Actions</span>
            </TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {invitations.map((invitation) => (
            <TableRow key={invitation.id}>
              <TableCell className="font-medium">{invitation.email}</TableCell>
              <TableCell>
                <Badge>{invitation.role.name}</Badge>
              </TableCell>
              <TableCell className="hidden text-muted lg:table-cell">
                {invitation.invitedByName ?? 'Somebody who left'}
              </TableCell>
              <TableCell className="hidden text-muted lg:table-cell">{invitation.sent}</TableCell>
              <TableCell className="hidden sm:table-cell">
                {invitation.expired ? (
                  <Status tone="warning">Expired {invitation.expires}</Status>
                ) : (
                  <Status tone="info">Open until {invitation.expires}</Status>
                )}
              </TableCell>
              <TableCell className="w-20">
                <InvitationActions
                  invitation={invitation}
                  onRevoke={() => setAddress(invitation.email)}
                />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {revoking ? <RevokeDialog invitation={revoking} onClose={() => setAddress(null)} /> : null}
    </>
  );
}

interface ActionsProps {
  invitation: InvitationRow;
  onRevoke: () => void;
}

function InvitationActions({ invitation, onRevoke }: ActionsProps) {
  const router = useRouter();
  const { pending, submit } = useSubmit(sendAgain, () => router.refresh());
  return (
    <TableRowActions>
      <IconButton
        icon={RotateCw}
        size="small"
        label={`Send again to ${invitation.email}`}
        disabled={pending}
        onClick={() => submit(invitation)}
      />
      <IconButton
        icon={X}
        size="small"
        label={`Revoke the invitation of ${invitation.email}`}
        disabled={pending}
        onClick={onRevoke}
      />
    </TableRowActions>
  );
}

async function sendAgain({ id, email }: InvitationRow) {
  const outcome = await resendInvitation({ id });
  if (outcome.ok) notify.done('Invitation sent again', { description: email });
  else notify.failed('Invitation not sent', { description: outcome.error.message });
  return outcome;
}

interface RevokeProps {
  invitation: InvitationRow;
  onClose: () => void;
}

function RevokeDialog({ invitation, onClose }: RevokeProps) {
  const router = useRouter();
  const confirm = async () => {
    const outcome = await revokeInvitation({ id: invitation.id });
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done('Invitation revoked', { description: invitation.email });
    router.refresh();
  };
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={`Revoke the invitation of ${invitation.email}?`}
      description="Its link stops working at once. You can invite the address again."
      action="Revoke invitation"
      onConfirm={confirm}
    />
  );
}
