'use client';

import { Table, TableBody, TableCell, TableRow } from '@/components/ui/table';
import { useWording } from '@/lib/language/wording-provider';
import { AnswerGrant } from './answer-grant';
import { DeclineGrant } from './decline-grant';
import { GrantCells } from './grant-cells';
import { GrantHead } from './grant-head';
import type { GrantLine } from './grant-line';

/** What others offer, to be answered, and what was accepted, to be narrowed or given back. */
export function ReceivedTable({ lines }: { lines: GrantLine[] }) {
  const t = useWording('settings');
  return (
    <Table frameLabel={t('Offered by other workspaces')}>
      <GrantHead whose={t('Roles here')} />
      <TableBody>
        {lines.map((line) => (
          <TableRow key={line.id}>
            <GrantCells line={line} />
            <TableCell className="w-px py-2 text-right align-top">
              {line.state === 'offered' || line.state === 'accepted' ? (
                <span className="inline-flex flex-col items-stretch gap-1.5 sm:flex-row">
                  <AnswerGrant line={line} />
                  <DeclineGrant line={line} />
                </span>
              ) : null}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
