import { UserSearch } from 'lucide-react';
import { hrefWith } from '@/app/_shared/query';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { peopleProcedures } from '@/lib/access/people/procedures';
import type { MemberDoor } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { MembersList } from './members-list';

const size = 50;

interface Props {
  door: MemberDoor;
  team: { id: string; name: string; archivedAt: Date | null; may: 'manage' | 'lead' | 'read' };
  query: Record<string, string>;
}

/** Who belongs to a team, a page at a time. */
export async function TeamMembers({ door, team, query }: Props) {
  const t = await wording('settings');
  const page = Math.max(1, Math.min(10_000, Number.parseInt(query.page ?? '1', 10) || 1));
  const { people, total } = await door.call(peopleProcedures.list, { teamId: team.id, page, size });
  if (people.length === 0) {
    return (
      <EmptyState
        icon={UserSearch}
        title={t('Nobody belongs to this team yet')}
        description={t(
          'Where rules of a collection say so, people of one team see and change each other’s records.',
        )}
      />
    );
  }
  const rows = people.map(({ userId, name, email, teams }) => ({
    ...{ userId, name, email },
    isLead: teams.find(({ id }) => id === team.id)?.isLead ?? false,
  }));
  const path = `/settings/people/teams/${team.id}`;
  const to = (page - 1) * size + people.length;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="font-semibold">{t('People')}</h2>
      <MembersList members={rows} team={team} may={team.archivedAt ? 'read' : team.may} />
      <Pagination
        from={(page - 1) * size + 1}
        to={to}
        total={total}
        {...(page > 1 && { previousHref: hrefWith(path, query, { page: `${page - 1}` }) })}
        {...(to < total && { nextHref: hrefWith(path, query, { page: `${page + 1}` }) })}
      />
    </section>
  );
}
