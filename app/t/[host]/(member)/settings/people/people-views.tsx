import { memberFieldProcedures } from '@/lib/access/people/member-field-procedures';
import { peopleProcedures } from '@/lib/access/people/procedures';
import { teamsProcedures } from '@/lib/access/teams/procedures';
import type { MemberDoor } from '@/lib/doors/page';
import { ViewLinks } from './view-links';

interface Props {
  door: MemberDoor;
  view: 'members' | 'invitations' | 'teams' | 'fields';
}

/** Members, teams, and for those who manage them open invitations and fields. */
export async function PeopleViews({ door, view }: Props) {
  const { total } = await door.call(peopleProcedures.list, { size: 1 });
  const { teams } = await door.call(teamsProcedures.list, {});
  const manages = door.can('people.manage');
  const pending = manages ? await door.call(peopleProcedures.invitations, {}) : null;
  const invitations = pending ? pending.invitations.length : null;
  const known = manages ? await door.find(memberFieldProcedures.list, {}) : null;
  const fields = known ? known.fields.filter(({ archivedAt }) => !archivedAt).length : null;
  return <ViewLinks {...{ view, invitations, fields }} members={total} teams={teams.length} />;
}
