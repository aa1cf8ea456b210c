import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { changeTeam, createTeam, moveTeam, NewTeam, TeamChange, TeamMove } from './change-team';
import {
  archiveTeam,
  deleteTeam,
  restoreTeam,
  TeamDeleted,
  TeamDeletion,
  TeamImpact,
  teamImpact,
} from './end-team';
import { getTeam, TeamDetails } from './get-team';
import { listTeams, TeamList, TeamsQuery } from './list-teams';
import {
  Added,
  Adding,
  addMembers,
  Leading,
  Nothing,
  removeTeamMember,
  setLead,
  TeamMember,
} from './members';
import { OwnTeams, ownTeams } from './mine';
import { giveRoleOver, RoleGiving, RoleTaking, takeRoleOver } from './roles-over';
import { Team, TeamId } from './shapes';

const read = { permission: 'people.read', plane: 'control', method: 'GET' } as const;
const managed = { permission: 'people.manage', plane: 'control' } as const;
// Who leads a team or has a role over it may do these without managing people everywhere.
const near = { permission: 'signed_in', plane: 'control' } as const;

export const teamsProcedures = {
  list: procedure(
    {
      name: 'teams.list',
      summary: 'List the teams of this tenant',
      path: '/teams',
      ...read,
      input: TeamsQuery,
      output: TeamList,
    },
    listTeams,
  ),
  get: procedure(
    {
      name: 'teams.get',
      summary: 'Read one team and who has roles over it',
      path: '/teams/{id}',
      ...read,
      input: TeamId,
      output: TeamDetails,
    },
    getTeam,
  ),
  mine: procedure(
    {
      name: 'teams.mine',
      summary: 'List the teams you belong to',
      method: 'GET',
      path: '/own-teams',
      ...near,
      input: z.strictObject({}),
      output: OwnTeams,
    },
    ownTeams,
  ),
  create: procedure(
    {
      name: 'teams.create',
      summary: 'Make a team',
      method: 'POST',
      path: '/teams',
      ...managed,
      input: NewTeam,
      output: Team,
    },
    createTeam,
  ),
  change: procedure(
    {
      name: 'teams.change',
      summary: 'Rename or describe a team',
      method: 'PUT',
      path: '/teams/{id}',
      ...managed,
      input: TeamChange,
      output: Team,
    },
    changeTeam,
  ),
  move: procedure(
    {
      name: 'teams.move',
      summary: 'Put a team under another one',
      method: 'PUT',
      path: '/teams/{id}/place',
      ...managed,
      input: TeamMove,
      output: Team,
    },
    moveTeam,
  ),
  impact: procedure(
    {
      name: 'teams.impact',
      summary: 'Count what ends with a team, without ending it',
      method: 'GET',
      path: '/teams/{id}/impact',
      ...managed,
      input: TeamId,
      output: TeamImpact,
    },
    teamImpact,
  ),
  archive: procedure(
    {
      name: 'teams.archive',
      summary: 'Archive a team',
      method: 'POST',
      path: '/teams/{id}/archive',
      ...managed,
      input: TeamId,
      output: Team,
    },
    archiveTeam,
  ),
  restore: procedure(
    {
      name: 'teams.restore',
      summary: 'Bring an archived team back',
      method: 'POST',
      path: '/teams/{id}/restore',
      ...managed,
      input: TeamId,
      output: Team,
    },
    restoreTeam,
  ),
  delete: procedure(
    {
      name: 'teams.delete',
      summary: 'Delete a team',
      method: 'DELETE',
      path: '/teams/{id}',
      ...managed,
      input: TeamDeletion,
      output: TeamDeleted,
    },
    deleteTeam,
  ),
  addMembers: procedure(
    {
      name: 'teams.addMembers',
      summary: 'Add people to a team',
      method: 'POST',
      path: '/teams/{id}/members',
      ...near,
      input: Adding,
      output: Added,
    },
    addMembers,
  ),
  removeMember: procedure(
    {
      name: 'teams.removeMember',
      summary: 'Take somebody out of a team',
      method: 'DELETE',
      path: '/teams/{id}/members/{userId}',
      ...near,
      input: TeamMember,
      output: Nothing,
    },
    removeTeamMember,
  ),
  setLead: procedure(
    {
      name: 'teams.setLead',
      summary: 'Make a member of a team its lead, or a plain member',
      method: 'PUT',
      path: '/teams/{id}/members/{userId}',
      ...near,
      input: Leading,
      output: Nothing,
    },
    setLead,
  ),
  giveRole: procedure(
    {
      name: 'teams.giveRole',
      summary: 'Give somebody a role over a team',
      method: 'POST',
      path: '/teams/{id}/roles',
      ...near,
      input: RoleGiving,
      output: Nothing,
    },
    giveRoleOver,
  ),
  takeRole: procedure(
    {
      name: 'teams.takeRole',
      summary: 'Take a role over a team away',
      method: 'DELETE',
      path: '/teams/{id}/roles/{userId}/{roleId}',
      ...near,
      input: RoleTaking,
      output: Nothing,
    },
    takeRoleOver,
  ),
};
