'use client';

import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Table, TableBody, TableCell, TableHead, TableHeader } from '@/components/ui/table';
import { useWording } from '@/lib/language/wording-provider';
import { FieldsDialog } from './fields-dialog';
import { HistoryDialog } from './history-dialog';
import type { MemberAct, MemberRow, RoleChoice } from './member-facts';
import { MemberLine } from './member-line';
import { MemberMenu } from './member-menu';
import { RemindDialog } from './remind-dialog';
import { RemoveDialog } from './remove-dialog';
import { RolesDialog } from './roles-dialog';
import { StateDialog } from './state-dialog';

interface Props {
  members: MemberRow[];
  roles: RoleChoice[];
  manages: boolean;
  /** Members have fields of this workspace that the reader sees. */
  hasFields: boolean;
  timeZone: string;
}

export function MembersTable({ members, roles, manages, hasFields, timeZone }: Props) {
  const t = useWording('settings');
  const [doing, setDoing] = useState<{ act: MemberAct; member: MemberRow } | null>(null);
  const close = () => setDoing(null);
  return (
    <>
      <Table>
        <TableHead>
          <tr>
            <TableHeader>{t('Name')}</TableHeader>
            <TableHeader>{t('Roles')}</TableHeader>
            <TableHeader className="hidden md:table-cell">{t('Teams')}</TableHeader>
            <TableHeader className="hidden sm:table-cell">{t('State')}</TableHeader>
            <TableHeader className="hidden lg:table-cell">{t('Joined')}</TableHeader>
            {manages || hasFields ? (
              <TableHeader>
                <span className="sr-only">{t('Actions')}</span>
              </TableHeader>
            ) : null}
          </tr>
        </TableHead>
        <TableBody>
          {members.map((member) => (
            <MemberLine key={member.id} member={member}>
              {manages ? (
                <TableCell className="w-10">
                  <MemberMenu
                    member={member}
                    hasFields={hasFields}
                    onAct={(act) => setDoing({ act, member })}
                  />
                </TableCell>
              ) : hasFields ? (
                <TableCell className="w-10">
                  <IconButton
                    icon={ListChecks}
                    size="small"
                    tooltip={false}
                    label={t('Fields of {name}', { name: member.name })}
                    onClick={() => setDoing({ act: 'fields', member })}
                  />
                </TableCell>
              ) : null}
            </MemberLine>
          ))}
        </TableBody>
      </Table>
      {doing?.act === 'roles' ? (
        <RolesDialog member={doing.member} roles={roles} timeZone={timeZone} onClose={close} />
      ) : null}
      {doing?.act === 'fields' ? <FieldsDialog member={doing.member} onClose={close} /> : null}
      {doing?.act === 'history' ? (
        <HistoryDialog member={doing.member} timeZone={timeZone} onClose={close} />
      ) : null}
      {doing?.act === 'state' ? <StateDialog member={doing.member} onClose={close} /> : null}
      {doing?.act === 'remind' ? <RemindDialog member={doing.member} onClose={close} /> : null}
      {doing?.act === 'remove' ? <RemoveDialog member={doing.member} onClose={close} /> : null}
    </>
  );
}
