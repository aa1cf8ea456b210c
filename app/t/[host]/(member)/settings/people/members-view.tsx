import { UserSearch } from 'lucide-react';
import { hrefWith } from '@/app/_shared/query';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { memberFieldProcedures } from '@/lib/access/people/member-field-procedures';
import { peopleProcedures } from '@/lib/access/people/procedures';
import { teamsProcedures } from '@/lib/access/teams/procedures';
import type { MemberDoor } from '@/lib/doors/page';
import { formatDay, formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { wallTime } from '@/lib/wall-time';
import { readerOf } from '../../_shell/reader';
import type { MemberRow, RoleChoice } from './member-facts';
import { MembersTable } from './members-table';
import { PeopleFilters } from './people-filters';

const size = 50;
const path = '/settings/people';

const isState = (state = ''): state is MemberRow['state'] =>
  ['active', 'suspended', 'unclaimed'].includes(state);

interface Props {
  door: MemberDoor;
  query: Record<string, string>;
  roles: RoleChoice[];
}

export async function MembersView({ door, query, roles }: Props) {
  const t = await wording('settings');
  const { q, state } = query;
  const page = Math.max(1, Math.min(10_000, Number.parseInt(query.page ?? '1', 10) || 1));
  const role = roles.find((one) => one.key === query.role);
  const { teams } = await door.call(teamsProcedures.list, {});
  const team = teams.find((one) => one.id === query.team);
  const { people, total } = await door.call(peopleProcedures.list, {
    page,
    size,
    ...(q && { q: q.slice(0, 100) }),
    ...(role && { roleId: role.id }),
    ...(team && { teamId: team.id }),
    ...(isState(state) && { state }),
  });
  // They stand where records do, and people are managed while that is away.
  const known = await door.find(memberFieldProcedures.list, {});
  const reader = readerOf(door);
  const rows = people.map(({ joinedAt, ...member }) => ({
    ...member,
    planRoles: member.planRoles.map(({ id, name }) => ({ id, name })),
    roles: member.roles.map(({ id, key, name, endsAt }) => ({
      ...{ id, key, name },
      ends: endsAt && formatTime(endsAt, reader),
      endsField: endsAt ? wallTime(endsAt, reader.timeZone).slice(0, 16) : '',
    })),
    joined: formatDay(joinedAt, reader),
    isSelf: member.userId === door.user.id,
  }));
  const to = (page - 1) * size + people.length;
  return (
    <>
      <PeopleFilters roles={roles} teams={teams.map(({ id, name }) => ({ id, name }))} />
      {rows.length === 0 ? (
        <EmptyState
          icon={UserSearch}
          title={t('Nobody matches')}
          description={t('No member fits this search and these filters.')}
          action={<LinkButton href={path}>{t('Show everybody')}</LinkButton>}
        />
      ) : (
        <>
          <MembersTable
            members={rows}
            roles={roles}
            manages={door.can('people.manage')}
            hasFields={known?.fields.some(({ archivedAt }) => !archivedAt) ?? false}
            timeZone={reader.timeZone}
          />
          <Pagination
            from={(page - 1) * size + 1}
            to={to}
            total={total}
            {...(page > 1 && { previousHref: hrefWith(path, query, { page: `${page - 1}` }) })}
            {...(to < total && { nextHref: hrefWith(path, query, { page: `${page + 1}` }) })}
          />
        </>
      )}
    </>
  );
}
