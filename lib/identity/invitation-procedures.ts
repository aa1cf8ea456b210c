import { z } from 'zod';
import { procedure } from '../doors/procedure';
import { acceptInvitation } from './accept-invitation';
import { OpaqueToken, PersonName, TypedPassword } from './shapes';
import { InvitationView, viewInvitation } from './view-invitation';

const get = procedure(
  {
    name: 'invitation.get',
    summary: 'Reads an invitation by the token in its link',
    method: 'GET',
    path: '/invitations/{token}',
    permission: 'public',
    plane: 'pool',
    rate: 'guess',
    input: z.strictObject({ token: OpaqueToken }),
    output: InvitationView,
  },
  viewInvitation,
);

const accept = procedure(
  {
    name: 'invitation.accept',
    secretAnswer: true,
    summary: 'Accepts an invitation, with a new account or an existing one',
    method: 'POST',
    path: '/invitations/{token}/accept',
    permission: 'public',
    plane: 'pool',
    transaction: 'none',
    rate: 'guess',
    input: z.strictObject({
      token: OpaqueToken,
      name: PersonName.optional(),
      /** Left out by a newcomer where passwords are switched off. */
      password: TypedPassword.optional(),
    }),
    output: z.object({ ticket: z.string() }),
  },
  async (ctx, input) => await acceptInvitation(ctx, input),
);

export const invitationProcedures = { invitation: { get, accept } };
