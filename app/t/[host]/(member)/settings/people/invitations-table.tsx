'use client';

import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Status } from '@/components/ui/status';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { InvitationActions } from './invitation-actions';
import type { InvitationRow } from './member-facts';
import { RevokeDialog } from './revoke-dialog';

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
