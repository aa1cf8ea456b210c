'use client';

import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
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
import type { MemberRow, RoleChoice } from './member-facts';
import { MemberMenu } from './member-menu';
import { RemoveDialog } from './remove-dialog';
import { RolesDialog } from './roles-dialog';
import { StateDialog } from './state-dialog';

interface Props {
  members: MemberRow[];
  roles: RoleChoice[];
  manages: boolean;
}

export type MemberAct = 'roles' | 'state' | 'remove';

export function MembersTable({ members, roles, manages }: Props) {
  const [doing, setDoing] = useState<{ act: MemberAct; member: MemberRow } | null>(null);
  const close = () => setDoing(null);
  return (
    <>
      <Table>
        <TableHead>
          <tr>
            <TableHeader>Name</TableHeader>
            <TableHeader>Roles</TableHeader>
            <TableHeader className="hidden sm:table-cell">State</TableHeader>
            <TableHeader className="hidden lg:table-cell">Joined</TableHeader>
            {manages ? (
              <TableHeader>
                <span className="sr-only">Actions</span>
              </TableHeader>
            ) : null}
          </tr>
        </TableHead>
        <TableBody>
          {members.map((member) => (
            <MemberLine key={member.id} member={member}>
              {manages ? (
                <TableCell className="w-10">
                  <MemberMenu member={member} onAct={(act) => setDoing({ act, member })} />
                </TableCell>
              ) : null}
            </MemberLine>
          ))}
        </TableBody>
      </Table>
      {doing?.act === 'roles' ? (
        <RolesDialog member={doing.member} roles={roles} onClose={close} />
      ) : null}
      {doing?.act === 'state' ? <StateDialog member={doing.member} onClose={close} /> : null}
      {doing?.act === 'remove' ? <RemoveDialog member={doing.member} onClose={close} /> : null}
    </>
  );
}

function MemberLine({ member, children }: { member: MemberRow; children: React.ReactNode }) {
  return (
    <TableRow className="h-12">
      <TableCell>
        <span className="flex min-w-0 items-center gap-2.5 py-1.5">
          <Avatar name={member.name} />
          <span className="min-w-0">
            <span className="block truncate font-medium">
              {member.name}
              {member.isSelf ? <span className="font-normal text-muted"> (you)</span> : null}
            </span>
            <span className="block truncate text-muted text-sm">{member.email}</span>
          </span>
        </span>
      </TableCell>
      <TableCell>
        <span className="flex flex-wrap gap-1">
          {member.roles.map((role) => (
            <Badge key={role.id} tone={role.key === 'admin' ? 'brand' : 'neutral'}>
              {role.name}
            </Badge>
          ))}
          {member.state === 'suspended' ? (
            <Badge tone="warning" className="sm:hidden">
              Suspended
            </Badge>
          ) : null}
        </span>
      </TableCell>
      <TableCell className="hidden sm:table-cell">
        {member.state === 'active' ? (
          <Status tone="success">Active</Status>
        ) : (
          <Status tone="warning">Suspended</Status>
        )}
      </TableCell>
      <TableCell className="hidden whitespace-nowrap text-muted lg:table-cell">
        {member.joined}
      </TableCell>
      {children}
    </TableRow>
  );
}
