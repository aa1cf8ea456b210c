import { MailPlus } from 'lucide-react';
import type { z } from 'zod';
import { EmptyState } from '@/components/ui/empty-state';
import type { PendingInvitation } from '@/lib/access/people/invitations';
import type { MemberDoor } from '@/lib/doors/page';
import { formatDay } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { readerOf } from '../../_shell/reader';
import { InvitationsTable } from './invitations-table';

interface Props {
  door: MemberDoor;
  invitations: z.output<typeof PendingInvitation>[];
}

export async function InvitationsView({ door, invitations }: Props) {
  const t = await wording('settings');
  if (invitations.length === 0) {
    return (
      <EmptyState
        icon={MailPlus}
        title={t('No open invitations')}
        description={t(
          'Everybody you invited has answered. Use “Invite people” to bring in somebody new.',
        )}
      />
    );
  }
  const reader = readerOf(door);
  const rows = invitations.map(({ createdAt, expiresAt, ...invitation }) => ({
    ...invitation,
    sent: formatDay(createdAt, reader),
    expires: formatDay(expiresAt, reader),
  }));
  return <InvitationsTable invitations={rows} />;
}
