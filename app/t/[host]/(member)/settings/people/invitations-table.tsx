'use client';

import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { useWording } from '@/lib/language/wording-provider';
import { Expiry } from './expiry';
import { InvitationActions } from './invitation-actions';
import type { InvitationRow } from './member-facts';
import { RevokeDialog } from './revoke-dialog';

export function InvitationsTable({ invitations }: { invitations: InvitationRow[] }) {
  const t = useWording('settings');
  // By address: sending again gives the invitation another id while this table stays.
  const [address, setAddress] = useState<string | null>(null);
  const revoking = invitations.find((one) => one.email === address);
  return (
    <>
      <Table>
        <TableHead>
          <tr>
            <TableHeader>{t('Address')}</TableHeader>
            <TableHeader>{t('Role')}</TableHeader>
            <TableHeader className="hidden lg:table-cell">{t('Invited by')}</TableHeader>
            <TableHeader className="hidden lg:table-cell">{t('Sent')}</TableHeader>
            <TableHeader className="hidden sm:table-cell">{t('State')}</TableHeader>
            <TableHeader>
              <span className="sr-only">{t('Actions')}</span>
            </TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {invitations.map((invitation) => (
            <TableRow key={invitation.id}>
              <TableCell className="max-sm:py-2">
                <span className="block truncate font-medium">{invitation.email}</span>
                {invitation.name ? (
                  <span className="block truncate text-muted text-sm">{invitation.name}</span>
                ) : null}
                <span className="mt-1 block sm:hidden">
                  <Expiry invitation={invitation} />
                </span>
              </TableCell>
              <TableCell>
                <Badge>{t.said(invitation.role.name)}</Badge>
              </TableCell>
              <TableCell className="hidden text-muted lg:table-cell">
                {invitation.invitedByName ?? t('Somebody who left')}
              </TableCell>
              <TableCell className="hidden text-muted lg:table-cell">{invitation.sent}</TableCell>
              <TableCell className="hidden sm:table-cell">
                <Expiry invitation={invitation} />
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
