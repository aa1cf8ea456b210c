import { peopleProcedures } from '@/lib/access/people/procedures';
import { rolesProcedures } from '@/lib/access/roles/procedures';
import { teamsProcedures } from '@/lib/access/teams/procedures';
import type { MemberDoor } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import type { TargetOption } from '@/lib/modules/tasks/ui/target-picker';

/** Whom a task can be given to: everybody, teams, roles, and the first of the people. */
export async function targetOptions(door: MemberDoor): Promise<TargetOption[]> {
  const t = await wording('tasks');
  const everybody = { value: 'everybody', label: t('Everybody who may hand in') };
  if (!door.can('people.read')) return [everybody];
  const [{ teams }, { roles }, { people }] = await Promise.all([
    door.call(teamsProcedures.list, {}),
    door.call(rolesProcedures.list, {}),
    door.call(peopleProcedures.list, { state: 'active', size: 50 }),
  ]);
  return [
    everybody,
    ...teams.map(({ id, name }) => ({ value: `team:${id}`, label: t('Team {name}', { name }) })),
    ...roles.map(({ id, name }) => ({
      value: `role:${id}`,
      label: t('Role {name}', { name: t.said(name) }),
    })),
    ...people.map(({ userId, name }) => ({ value: `person:${userId}`, label: name })),
  ];
}
