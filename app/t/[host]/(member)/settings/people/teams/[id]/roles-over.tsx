import { rolesProcedures } from '@/lib/access/roles/procedures';
import type { MemberDoor } from '@/lib/doors/page';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { readerOf } from '../../../../_shell/reader';
import { GiveRole } from './give-role';
import { RolesList } from './roles-list';

interface Props {
  door: MemberDoor;
  team: {
    id: string;
    name: string;
    may: 'manage' | 'lead' | 'read';
    grantable: string[];
    roles: {
      userId: string;
      name: string;
      role: { id: string; name: string };
      endsAt: Date | null;
    }[];
  };
}

/** Who has a role over this team and those below it, and nowhere else. */
export async function RolesOver({ door, team }: Props) {
  const t = await wording('settings');
  const reader = readerOf(door);
  const { roles } = await door.call(rolesProcedures.list, {});
  const grantable = roles
    .filter(({ id }) => team.grantable.includes(id))
    .map(({ id, name }) => ({ id, name }));
  const rows = team.roles.map(({ userId, name, role, endsAt }) => ({
    ...{ userId, name, role: { id: role.id, name: role.name } },
    ends: endsAt && formatTime(endsAt, reader),
  }));
  const names = { id: team.id, name: team.name };
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="font-semibold">{t('Roles over this team')}</h2>
          <p className="text-measure text-muted text-sm">
            {t(
              'Such a role opens records of this team’s people as far as the rules of each collection say. One that manages people may say who is in this team and those below it. Nothing else of it holds.',
            )}
          </p>
        </div>
        {grantable.length > 0 ? (
          <GiveRole team={names} roles={grantable} timeZone={reader.timeZone} />
        ) : null}
      </div>
      {rows.length > 0 ? (
        <RolesList team={names} rows={rows} grantable={team.grantable} />
      ) : (
        <p className="text-muted">{t('Nobody has a role over this team.')}</p>
      )}
    </section>
  );
}
