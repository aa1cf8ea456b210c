'use client';

import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
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
import { MemberActs } from './member-acts';
import { RemoveFromTeam } from './remove-from-team';
import type { TeamMemberRow, TeamRef } from './team-ref';

interface Props {
  members: TeamMemberRow[];
  team: TeamRef;
  may: 'manage' | 'lead' | 'read';
}

export function MembersList({ members, team, may }: Props) {
  const t = useWording('settings');
  const [removing, setRemoving] = useState<TeamMemberRow | null>(null);
  return (
    <>
      <Table>
        <TableHead>
          <tr>
            <TableHeader>{t('Name')}</TableHeader>
            <TableHeader>{t('In this team')}</TableHeader>
            {may === 'read' ? null : (
              <TableHeader>
                <span className="sr-only">{t('Actions')}</span>
              </TableHeader>
            )}
          </tr>
        </TableHead>
        <TableBody>
          {members.map((member) => (
            <TableRow key={member.userId} className="h-12">
              <TableCell>
                <span className="flex min-w-0 items-center gap-2.5 py-1.5">
                  <Avatar name={member.name} />
                  <span className="min-w-0">
                    <span className="block truncate font-medium">{member.name}</span>
                    <span className="block truncate text-muted text-sm">{member.email}</span>
                  </span>
                </span>
              </TableCell>
              <TableCell>
                <Badge tone={member.isLead ? 'brand' : 'neutral'}>
                  {member.isLead ? t('Lead') : t('Member')}
                </Badge>
              </TableCell>
              {may === 'read' ? null : (
                <TableCell className="w-10">
                  {may === 'manage' || !member.isLead ? (
                    <MemberActs
                      {...{ member, team }}
                      manages={may === 'manage'}
                      onRemove={() => setRemoving(member)}
                    />
                  ) : null}
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {removing ? (
        <RemoveFromTeam team={team} member={removing} onClose={() => setRemoving(null)} />
      ) : null}
    </>
  );
}
