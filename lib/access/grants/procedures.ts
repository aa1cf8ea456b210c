import { procedure } from '../../doors/procedure';
import { Acceptance, acceptGrant, declineGrant, listReceived } from './answer';
import { RowNames, RowsQuery, ShareChoices, shareChoices, shareRows } from './choices';
import { giveGrant, listGiven, NewGrant, revokeGrant } from './give';
import { LookQuery, listShared, look, SharedView } from './look';
import { Grant, GrantId, Grants, Nothing } from './shapes';
import { ToldOfGrant, tellOfGrant } from './tell';
import { Lookers, whoMayLook } from './who-may-look';

const managed = { permission: 'sharing.manage', plane: 'control' } as const;
const chosen = { permission: 'sharing.manage', plane: 'tenant', method: 'GET' } as const;

export const grantsProcedures = {
  list: procedure(
    {
      name: 'grants.list',
      summary: 'List what this workspace lets others look at',
      method: 'GET',
      path: '/grants',
      ...managed,
      input: Nothing,
      output: Grants,
    },
    listGiven,
  ),
  choices: procedure(
    {
      name: 'grants.choices',
      summary: 'List what could be shared with another workspace',
      path: '/grant-choices',
      ...chosen,
      input: Nothing,
      output: ShareChoices,
    },
    shareChoices,
  ),
  rows: procedure(
    {
      name: 'grants.rows',
      summary: 'Find rows to share by their names',
      path: '/grant-choices/rows',
      ...chosen,
      input: RowsQuery,
      output: RowNames,
    },
    shareRows,
  ),
  create: procedure(
    {
      name: 'grants.create',
      summary: 'Offer another workspace a look at something here',
      method: 'POST',
      path: '/grants',
      ...managed,
      fresh: true,
      rate: 'heavy',
      // What is shared is read in the tenant's plane before the grant is written.
      transaction: 'none',
      input: NewGrant,
      output: Grant,
    },
    giveGrant,
  ),
  revoke: procedure(
    {
      name: 'grants.revoke',
      summary: 'Stop sharing something with another workspace',
      method: 'DELETE',
      path: '/grants/{id}',
      ...managed,
      input: GrantId,
      output: Grant,
    },
    revokeGrant,
  ),
  received: procedure(
    {
      name: 'grants.received',
      summary: 'List what other workspaces offer and share here',
      method: 'GET',
      path: '/received-grants',
      ...managed,
      input: Nothing,
      output: Grants,
    },
    listReceived,
  ),
  accept: procedure(
    {
      name: 'grants.accept',
      summary: 'Accept what another workspace shares, and say which roles may look',
      method: 'PUT',
      path: '/received-grants/{id}',
      ...managed,
      fresh: true,
      input: Acceptance,
      output: Grant,
    },
    acceptGrant,
  ),
  decline: procedure(
    {
      name: 'grants.decline',
      summary: 'Decline what another workspace shares, or give it back',
      method: 'DELETE',
      path: '/received-grants/{id}',
      ...managed,
      input: GrantId,
      output: Grant,
    },
    declineGrant,
  ),
  shared: procedure(
    {
      name: 'grants.shared',
      summary: 'List what other workspaces share with your role',
      method: 'GET',
      path: '/shared-views',
      permission: 'shared.read',
      plane: 'control',
      input: Nothing,
      output: Grants,
    },
    listShared,
  ),
  look: procedure(
    {
      name: 'grants.look',
      summary: 'Look at what another workspace shares with your role',
      method: 'GET',
      path: '/shared-views/{id}',
      permission: 'shared.read',
      plane: 'control',
      rate: 'heavy',
      // It reads in another tenant and writes into two trails, one after another.
      transaction: 'none',
      input: LookQuery,
      output: SharedView,
    },
    look,
  ),
  whoMayLook: procedure(
    {
      name: 'grants.whoMayLook',
      summary: 'List which other workspaces may look at something about you',
      method: 'GET',
      path: '/who-may-look',
      permission: 'signed_in',
      plane: 'control',
      input: Nothing,
      output: Lookers,
    },
    whoMayLook,
  ),
  tell: procedure(
    {
      name: 'grants.tell',
      summary: 'Mail admins what became of a grant',
      method: 'POST',
      path: null,
      permission: 'job',
      plane: 'control',
      whileSuspended: true,
      input: ToldOfGrant,
      output: Nothing,
    },
    tellOfGrant,
  ),
};
