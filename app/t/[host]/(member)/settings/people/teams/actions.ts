'use server';

import { peopleProcedures } from '@/lib/access/people/procedures';
import { teamsProcedures } from '@/lib/access/teams/procedures';
import { action } from '@/lib/doors/action';

export const createTeam = action(teamsProcedures.create);
export const changeTeam = action(teamsProcedures.change);
export const moveTeam = action(teamsProcedures.move);
export const readTeamImpact = action(teamsProcedures.impact);
export const archiveTeam = action(teamsProcedures.archive);
export const restoreTeam = action(teamsProcedures.restore);
export const deleteTeam = action(teamsProcedures.delete);
export const addTeamMembers = action(teamsProcedures.addMembers);
export const removeTeamMember = action(teamsProcedures.removeMember);
export const setTeamLead = action(teamsProcedures.setLead);
export const giveRoleOverTeam = action(teamsProcedures.giveRole);
export const takeRoleOverTeam = action(teamsProcedures.takeRole);
export const searchPeople = action(peopleProcedures.list);
