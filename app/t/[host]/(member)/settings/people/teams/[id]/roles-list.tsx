'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { useWording } from '@/lib/language/wording-provider';
import { TakeRole } from './take-role';
import type { RoleOverRow, TeamRef } from './team-ref';

interface Props {
  team: TeamRef;
  rows: RoleOverRow[];
  /** Ids of the roles that the reader may take. */
  grantable: string[];
}

export function RolesList({ team, rows, grantable }: Props) {
  const t = useWording('settings');
  const [taking, setTaking] = useState<RoleOverRow | null>(null);
  return (
    <>
      <Table>
        <TableHead>
          <tr>
            <TableHeader>{t('Name')}</TableHeader>
            <TableHeader>{t('Role')}</TableHeader>
            <TableHeader className="hidden sm:table-cell">{t('Ends')}</TableHeader>
            {grantable.length > 0 ? (
              <TableHeader>
                <span className="sr-only">{t('Actions')}</span>
              </TableHeader>
            ) : null}
          </tr>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={`${row.userId} ${row.role.id}`}>
              <TableCell>{row.name}</TableCell>
              <TableCell>{t.said(row.role.name)}</TableCell>
              <TableCell className="hidden text-muted sm:table-cell">{row.ends}</TableCell>
              {grantable.length > 0 ? (
                <TableCell className="w-10">
                  {grantable.includes(row.role.id) ? (
                    <IconButton
                      icon={X}
                      size="small"
                      label={t('Take {role} from {name}', {
                        role: t.said(row.role.name),
                        name: row.name,
                      })}
                      onClick={() => setTaking(row)}
                    />
                  ) : null}
                </TableCell>
              ) : null}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {taking ? <TakeRole team={team} row={taking} onClose={() => setTaking(null)} /> : null}
    </>
  );
}
