import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Status } from '@/components/ui/status';
import { TableCell, TableRow } from '@/components/ui/table';
import { useWording } from '@/lib/language/wording-provider';
import type { MemberRow } from './member-facts';

interface Props {
  member: MemberRow;
  /** The cell of actions, for those who may act. */
  children: ReactNode;
}

export function MemberLine({ member, children }: Props) {
  const t = useWording('settings');
  return (
    <TableRow className="h-12">
      <TableCell>
        <span className="flex min-w-0 items-center gap-2.5 py-1.5">
          <Avatar name={member.name} />
          <span className="min-w-0">
            <span className="block truncate font-medium">
              {member.name}
              {member.isSelf ? <span className="font-normal text-muted"> {t('(you)')}</span> : null}
            </span>
            <span className="block truncate text-muted text-sm">{member.email}</span>
            {member.mailBounces ? <Badge tone="warning">{t('Mails come back')}</Badge> : null}
          </span>
        </span>
      </TableCell>
      <TableCell>
        <span className="flex flex-wrap gap-1">
          {member.roles.map((role) => (
            <Badge key={role.id} tone={role.key === 'admin' ? 'brand' : 'neutral'}>
              {role.ends
                ? t('{role} until {time}', { role: t.said(role.name), time: role.ends })
                : t.said(role.name)}
            </Badge>
          ))}
          {member.planRoles.map((role) => (
            <Badge key={`${role.id} plan`} tone="outline">
              {t('{role} by plan', { role: t.said(role.name) })}
            </Badge>
          ))}
          {member.teamRoles.map((role) => (
            <Badge key={`${role.id} ${role.teamName}`} tone="outline">
              {t('{role} over {team}', { role: t.said(role.name), team: role.teamName })}
            </Badge>
          ))}
          {member.state === 'active' ? null : (
            <Badge tone="warning" className="sm:hidden">
              {member.state === 'suspended' ? t('Suspended') : t('Not come over')}
            </Badge>
          )}
        </span>
      </TableCell>
      <TableCell className="hidden text-muted md:table-cell">
        {member.teams.map(({ name }) => name).join(', ')}
      </TableCell>
      <TableCell className="hidden sm:table-cell">
        {member.state === 'active' ? (
          <Status tone="success">{t('Active')}</Status>
        ) : (
          <Status tone="warning">
            {member.state === 'suspended' ? t('Suspended') : t('Not come over')}
          </Status>
        )}
      </TableCell>
      <TableCell className="hidden whitespace-nowrap text-muted lg:table-cell">
        {member.joined}
      </TableCell>
      {children}
    </TableRow>
  );
}
