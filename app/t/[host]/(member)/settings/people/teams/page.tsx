import { SearchX, UsersRound } from 'lucide-react';
import type { Metadata } from 'next';
import { queryOf, type SearchParams } from '@/app/_shared/query';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { teamsProcedures } from '@/lib/access/teams/procedures';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { Refused } from '../../_frame/refused';
import { PeopleViews } from '../people-views';
import { NewTeam } from './new-team';
import { TeamFilters } from './team-filters';
import { TeamsTable } from './teams-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('Teams') };
}

interface Props {
  params: Promise<{ host: string }>;
  searchParams: SearchParams;
}

export default async function Teams({ params, searchParams }: Props) {
  const t = await wording('settings');
  const door = await openMemberPage((await params).host);
  if (!door.can('people.read')) return <Refused door={door} title={t('Teams')} />;
  const { q, state } = await queryOf(searchParams);
  const archived = state === 'archived';
  const { teams } = await door.call(teamsProcedures.list, {
    ...(q && { q: q.slice(0, 100) }),
    state: archived ? 'archived' : 'active',
  });
  const manages = door.can('people.manage');
  const { teams: places } = q || archived ? await door.call(teamsProcedures.list, {}) : { teams };
  return (
    <PageFrame
      title={t('People')}
      description={t('Who belongs to this workspace and what they may do here.')}
      width="wide"
      actions={manages ? <NewTeam places={places} /> : null}
    >
      <PeopleViews door={door} view="teams" />
      {places.length > 0 || q || archived ? <TeamFilters /> : null}
      {teams.length > 0 ? (
        <TeamsTable teams={teams} flat={Boolean(q) || archived} />
      ) : q || archived ? (
        <EmptyState
          icon={SearchX}
          title={archived ? t('No archived team') : t('No team matches')}
          description={t('Search by a part of the name or the description.')}
          action={<LinkButton href="/settings/people/teams">{t('Show all teams')}</LinkButton>}
        />
      ) : (
        <EmptyState
          icon={UsersRound}
          title={t('No teams yet')}
          description={
            manages
              ? t(
                  'Put people into departments and teams. A collection can then show each team its own records, and a role can hold over one team alone.',
                )
              : t('An admin can put people into departments and teams.')
          }
        />
      )}
    </PageFrame>
  );
}
