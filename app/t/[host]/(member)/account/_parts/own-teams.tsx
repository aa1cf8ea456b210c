import { Badge } from '@/components/ui/badge';
import { FormSection } from '@/components/ui/form-section';
import { teamsProcedures } from '@/lib/access/teams/procedures';
import type { MemberDoor } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';

/** The teams of this workspace that the reader belongs to; nothing for who is in none. */
export async function OwnTeams({ door }: { door: MemberDoor }) {
  const t = await wording('member');
  const { teams, roles } = await door.call(teamsProcedures.mine, {});
  if (teams.length + roles.length === 0) return null;
  return (
    <FormSection
      title={t('Your teams')}
      description={t('In {tenant}. An admin or a lead of a team says who belongs to it.', {
        tenant: door.tenant.name,
      })}
    >
      <ul className="flex flex-col gap-2">
        {teams.map(({ id, name, isLead }) => (
          <li key={id} className="flex flex-wrap items-center gap-2">
            {name}
            {isLead ? <Badge tone="brand">{t('Lead')}</Badge> : null}
          </li>
        ))}
        {roles.map(({ team, role }) => (
          <li key={`${team.id} ${role.id}`} className="text-muted">
            {t('{role} over {team}', { role: t.said(role.name), team: team.name })}
          </li>
        ))}
      </ul>
    </FormSection>
  );
}
