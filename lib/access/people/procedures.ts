import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { changeRoles, RolesChange } from './change-roles';
import { countTokens, TokenCounts } from './count-tokens';
import { endRoles } from './end-roles';
import { listInvitations, PendingInvitations } from './invitations';
import { InvitationId, Invite, InviteResults, invite, resend, revoke } from './invite';
import { AdminNames, listAdmins } from './list-admins';
import { listPeople, PeoplePage, PeopleQuery } from './list-people';
import { loadMember, Member, showMember } from './member';
import { Removed, removeMember } from './remove-member';
import { RoleHistory, roleHistory } from './role-history';
import { getSeats, Seats } from './seats';
import { MemberWithReason, resumeMember, suspendMember } from './suspend-member';

const managed = { permission: 'people.manage', plane: 'control' } as const;

export const peopleProcedures = {
  list: procedure(
    {
      name: 'people.list',
      summary: 'List the members of this tenant',
      method: 'GET',
      path: '/people',
      permission: 'people.read',
      plane: 'control',
      input: PeopleQuery,
      output: PeoplePage,
    },
    listPeople,
  ),
  get: procedure(
    {
      name: 'people.get',
      summary: 'Read one member',
      method: 'GET',
      path: '/people/{id}',
      permission: 'people.read',
      plane: 'control',
      input: z.strictObject({ id: z.uuid() }),
      output: Member,
    },
    async (ctx, { id }) => showMember(await loadMember(ctx.db, id)),
  ),
  tokens: procedure(
    {
      name: 'people.tokens',
      summary: 'Count the living tokens that a member has and made',
      method: 'GET',
      path: '/people/{id}/tokens',
      permission: 'people.manage',
      plane: 'control',
      input: z.strictObject({ id: z.uuid() }),
      output: TokenCounts,
    },
    countTokens,
  ),
  seats: procedure(
    {
      name: 'people.seats',
      summary: 'Read how many members there are and may be',
      method: 'GET',
      path: '/seats',
      permission: 'people.read',
      plane: 'control',
      input: z.strictObject({}),
      output: Seats,
    },
    getSeats,
  ),
  admins: procedure(
    {
      name: 'people.admins',
      summary: 'List who can grant you a role',
      method: 'GET',
      path: '/admins',
      permission: 'signed_in',
      plane: 'control',
      input: z.strictObject({}),
      output: AdminNames,
    },
    listAdmins,
  ),
  changeRoles: procedure(
    {
      name: 'people.changeRoles',
      summary: 'Change the roles of a member',
      method: 'PUT',
      path: '/people/{id}/roles',
      ...managed,
      input: RolesChange,
      output: Member,
    },
    changeRoles,
  ),
  roleHistory: procedure(
    {
      name: 'people.roleHistory',
      summary: 'Read how a member came to their roles and lost them',
      method: 'GET',
      path: '/people/{id}/role-history',
      ...managed,
      input: z.strictObject({ id: z.uuid() }),
      output: RoleHistory,
    },
    roleHistory,
  ),
  endRoles: procedure(
    {
      name: 'people.endRoles',
      summary: 'Clear roles away whose time is over',
      method: 'POST',
      path: null,
      permission: 'job',
      plane: 'control',
      whileSuspended: true,
      input: z.strictObject({}),
      output: z.strictObject({}),
    },
    endRoles,
  ),
  suspend: procedure(
    {
      name: 'people.suspend',
      summary: 'Suspend a member',
      method: 'POST',
      path: '/people/{id}/suspend',
      ...managed,
      input: MemberWithReason,
      output: Member,
    },
    suspendMember,
  ),
  resume: procedure(
    {
      name: 'people.resume',
      summary: 'Let a suspended member in again',
      method: 'POST',
      path: '/people/{id}/resume',
      ...managed,
      input: MemberWithReason,
      output: Member,
    },
    resumeMember,
  ),
  remove: procedure(
    {
      name: 'people.remove',
      summary: 'Remove a member and end their sessions here',
      method: 'DELETE',
      path: '/people/{id}',
      permission: 'people.manage',
      plane: 'pool',
      input: MemberWithReason,
      output: Removed,
    },
    removeMember,
  ),
  invitations: procedure(
    {
      name: 'people.invitations',
      summary: 'List invitations nobody has answered yet',
      method: 'GET',
      path: '/invitations',
      ...managed,
      input: z.strictObject({}),
      output: PendingInvitations,
    },
    listInvitations,
  ),
  invite: procedure(
    {
      name: 'people.invite',
      summary: 'Invite people by e-mail',
      method: 'POST',
      path: '/invitations',
      ...managed,
      rate: 'heavy',
      input: Invite,
      output: InviteResults,
    },
    invite,
  ),
  resend: procedure(
    {
      name: 'people.resend',
      summary: 'Send an invitation again with a new link',
      method: 'POST',
      path: '/invitations/{id}/resend',
      ...managed,
      input: InvitationId,
      output: InvitationId,
    },
    resend,
  ),
  revoke: procedure(
    {
      name: 'people.revoke',
      summary: 'Take an invitation back',
      method: 'DELETE',
      path: '/invitations/{id}',
      ...managed,
      input: InvitationId,
      output: InvitationId,
    },
    revoke,
  ),
};
