import { peopleProcedures } from '@/lib/access/people/procedures';
import { teamsProcedures } from '@/lib/access/teams/procedures';
import type { MemberDoor } from '@/lib/doors/page';
import { ViewLinks } from './view-links';

interface Props {
  door: MemberDoor;
  view: 'members' | 'invitations' | 'teams';
}

/** Members, teams, and open invitations for those who send them. */
export async function PeopleViews({ door, view }: Props) {
  const { total } = await door.call(peopleProcedures.list, { size: 1 });
  const { teams } = await door.call(teamsProcedures.list, {});
  const pending = door.can('people.manage')
    ? await door.call(peopleProcedures.invitations, {})
    : null;
  const invitations = pending ? pending.invitations.length : null;
  return <ViewLinks {...{ view, invitations }} members={total} teams={teams.length} />;
}
