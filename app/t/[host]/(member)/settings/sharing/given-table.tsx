'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { Table, TableBody, TableCell, TableRow } from '@/components/ui/table';
import { useWording } from '@/lib/language/wording-provider';
import { revokeGrant } from './actions';
import { GrantCells } from './grant-cells';
import { GrantHead } from './grant-head';
import type { GrantLine } from './grant-line';

/** What this workspace lets others look at, each to be taken back. */
export function GivenTable({ lines }: { lines: GrantLine[] }) {
  const t = useWording('settings');
  return (
    <Table frameLabel={t('Shared by this workspace')}>
      <GrantHead whose={t('Their roles')} />
      <TableBody>
        {lines.map((line) => (
          <TableRow key={line.id}>
            <GrantCells line={line} />
            <TableCell className="w-px whitespace-nowrap py-2 text-right align-top">
              {line.state === 'offered' || line.state === 'accepted' ? (
                <TakeBack line={line} />
              ) : null}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function TakeBack({ line: { id, partner, place } }: { line: GrantLine }) {
  const t = useWording('settings');
  const router = useRouter();
  const revoke = async () => {
    const answer = await revokeGrant({ id });
    if (!answer.ok) return { error: answer.error.message };
    notify.done(t('{place} is no longer shared with {partner}', { place, partner }));
    router.refresh();
  };
  return (
    <AlertDialog
      trigger={<Button size="small">{t('Stop sharing')}</Button>}
      title={t('Stop sharing {place} with {partner}?', { place, partner })}
      description={t(
        'Nobody there sees it from their next click on. To share it again, offer it anew.',
      )}
      action={t('Stop sharing')}
      onConfirm={revoke}
    />
  );
}
