import type { Metadata } from 'next';
import { queryOf, type SearchParams } from '@/app/_shared/query';
import { PageFrame } from '@/components/ui/page-frame';
import { peopleProcedures } from '@/lib/access/people/procedures';
import { rolesProcedures } from '@/lib/access/roles/procedures';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { Refused } from '../_frame/refused';
import { InvitationsView } from './invitations-view';
import { InviteDialog } from './invite-dialog';
import { MembersView } from './members-view';
import { PeopleViews } from './people-views';
import { SeatsBanner } from './seats-banner';
import { SeatsNote } from './seats-note';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('People') };
}

interface Props {
  params: Promise<{ host: string }>;
  searchParams: SearchParams;
}

export default async function People({ params, searchParams }: Props) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  if (!door.can('people.read')) return <Refused door={door} title={t('People')} />;
  const manages = door.can('people.manage');
  const query = await queryOf(searchParams);
  const { roles } = await door.call(rolesProcedures.list, {});
  const seats = await door.call(peopleProcedures.seats, {});
  const showsInvitations = manages && query.view === 'invitations';
  return (
    <PageFrame
      title={t('People')}
      description={t('Who belongs to this workspace and what they may do here.')}
      width="wide"
      note={<SeatsNote seats={seats} />}
      actions={manages ? <InviteDialog roles={roles} seats={seats} /> : null}
    >
      {manages ? <SeatsBanner seats={seats} /> : null}
      <PeopleViews door={door} view={showsInvitations ? 'invitations' : 'members'} />
      {showsInvitations ? (
        <InvitationsView door={door} />
      ) : (
        <MembersView door={door} query={query} roles={roles} />
      )}
    </PageFrame>
  );
}
