'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { FormSection } from '@/components/ui/form-section';
import { notify } from '@/components/ui/notify';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { deviceName } from '@/lib/identity/ui/device-name';
import { useWording } from '@/lib/language/wording-provider';
import { endSession } from './actions';

interface Session {
  id: string;
  name: string;
  email: string;
  kind: 'browser' | 'api';
  secondFactor: boolean;
  device: string;
  address: string | null;
  seen: string;
}

/** Who is signed in to this workspace, each to be ended here and nowhere else. */
export function SessionTable({ sessions, own }: { sessions: Session[]; own: string | null }) {
  const t = useWording('settings');
  return (
    <FormSection
      title={t('Signed in now')}
      description={t(
        'Everybody who is signed in to this workspace, the last used first. What they do elsewhere is not shown.',
      )}
    >
      <Table frameLabel={t('Signed in now')}>
        <TableHead>
          <tr>
            <TableHeader>{t('Name')}</TableHeader>
            <TableHeader className="hidden sm:table-cell">{t('Device')}</TableHeader>
            <TableHeader className="hidden 2xl:table-cell">{t('Second factor')}</TableHeader>
            <TableHeader>
              <span className="sr-only">{t('Actions')}</span>
            </TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {sessions.map((session) => (
            <SessionLine key={session.id} session={session} isOwn={session.id === own} />
          ))}
        </TableBody>
      </Table>
    </FormSection>
  );
}

function SessionLine({ session, isOwn }: { session: Session; isOwn: boolean }) {
  const t = useWording('settings');
  const device = t.said(deviceName(session.device));
  return (
    <TableRow>
      <TableCell className="py-1.5">
        <p className="truncate">{session.name}</p>
        <p className="truncate text-muted text-sm">{session.email}</p>
      </TableCell>
      <TableCell className="hidden sm:table-cell">
        <p className="truncate">{session.kind === 'api' ? t('API client') : device}</p>
        <p className="truncate text-muted text-sm">
          {session.address ?? t('Address unknown')}
          {' · '}
          {session.seen}
        </p>
      </TableCell>
      <TableCell className="hidden 2xl:table-cell">
        {session.secondFactor ? t('Yes') : t('No')}
      </TableCell>
      <TableCell className="w-px whitespace-nowrap text-right">
        {isOwn ? (
          <Badge tone="success">{t('This session')}</Badge>
        ) : (
          <EndButton session={session} />
        )}
      </TableCell>
    </TableRow>
  );
}

function EndButton({ session: { id, name } }: { session: Session }) {
  const t = useWording('settings');
  const router = useRouter();
  const end = async () => {
    const answer = await endSession({ sessionId: id });
    if (!answer.ok) return { error: answer.error.message };
    notify.done(t('Session ended'));
    router.refresh();
  };
  return (
    <AlertDialog
      trigger={<Button size="small">{t('End')}</Button>}
      title={t('End this session of {name}?', { name })}
      description={t('They are out of this workspace at once and can sign in again.')}
      action={t('End session')}
      onConfirm={end}
    />
  );
}
