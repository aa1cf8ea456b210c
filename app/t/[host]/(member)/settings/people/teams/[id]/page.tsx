import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { queryOf, type SearchParams } from '@/app/_shared/query';
import { Badge } from '@/components/ui/badge';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageFrame } from '@/components/ui/page-frame';
import { teamsProcedures } from '@/lib/access/teams/procedures';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { Refused } from '../../../_frame/refused';
import { AddMembers } from './add-members';
import { EndTeam } from './end-team';
import { RolesOver } from './roles-over';
import { TeamActs } from './team-acts';
import { TeamMembers } from './team-members';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('settings');
  return { title: t('Team') };
}

interface Props {
  params: Promise<{ host: string; id: string }>;
  searchParams: SearchParams;
}

/** One team: who belongs to it, who has a role over it, and its end. */
export default async function Team({ params, searchParams }: Props) {
  const t = await wording('settings');
  const { host, id } = await params;
  const door = await openMemberPage(host);
  if (!door.can('people.read')) return <Refused door={door} title={t('Team')} />;
  const team = await door.find(teamsProcedures.get, { id });
  if (!team) notFound();
  const { teams } = await door.call(teamsProcedures.list, {});
  const shapes = door.can('people.manage');
  const isOpen = team.archivedAt === null;
  const names = { id, name: team.name };
  return (
    <PageFrame
      title={team.name}
      description={team.description || undefined}
      width="wide"
      breadcrumb={
        <Breadcrumb
          label={t('Where this team stands')}
          crumbs={[
            { label: t('Teams'), href: '/settings/people/teams' },
            ...team.above.map((one) => ({
              label: one.name,
              href: `/settings/people/teams/${one.id}`,
            })),
          ]}
        />
      }
      note={isOpen ? null : <Badge tone="warning">{t('Archived')}</Badge>}
      actions={
        isOpen ? (
          <>
            {shapes ? <TeamActs team={team} places={teams} /> : null}
            {team.may === 'read' ? null : <AddMembers team={names} />}
          </>
        ) : null
      }
    >
      <TeamMembers door={door} team={team} query={await queryOf(searchParams)} />
      <RolesOver door={door} team={team} />
      {shapes ? <EndTeam team={names} archived={!isOpen} /> : null}
    </PageFrame>
  );
}
