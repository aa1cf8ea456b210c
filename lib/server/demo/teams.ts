import type { SeedTeam } from '@/db/seed/world';
import type { Run } from './acting';
import type { SeededMember } from './people';

/** Makes the teams of a demo tenant, each with people of its crowd. */
export async function addTeams(
  run: Run,
  teams: readonly SeedTeam[],
  members: readonly SeededMember[],
): Promise<void> {
  const waiting = members.filter(({ role }) => role === 'basic').map(({ id }) => id);
  const make = async (wanted: readonly SeedTeam[], parentId: string | null) => {
    for (const { name, description, people, below } of wanted) {
      const { id } = await run<{ id: string }>('teams.create', { name, description, parentId });
      const userIds = waiting.splice(0, people);
      await run('teams.addMembers', { id, userIds });
      await run('teams.setLead', { id, userId: userIds[0], lead: true });
      await make(below ?? [], id);
    }
  };
  await make(teams, null);
}
