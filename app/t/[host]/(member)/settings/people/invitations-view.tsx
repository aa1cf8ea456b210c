import { MailPlus } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { peopleProcedures } from '@/lib/access/people/procedures';
import type { MemberDoor } from '@/lib/doors/page';
import { formatDay } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { readerOf } from '../../_shell/reader';
import { InvitationsTable } from './invitations-table';

export async function InvitationsView({ door }: { door: MemberDoor }) {
  const t = await wording('settings');
  const { invitations } = await door.call(peopleProcedures.invitations, {});
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
