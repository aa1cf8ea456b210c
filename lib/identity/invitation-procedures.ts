import { z } from 'zod';
import { procedure } from '../doors/procedure';
import { notFound } from '../errors';
import { acceptInvitation } from './accept-invitation';
import { findAccount } from './accounts';
import { emailKey } from './email';
import { findInvitation, stateOf } from './invitations';
import { getRole } from './role-grants';
import { OpaqueToken, PersonName, TypedPassword } from './shapes';

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
    output: z.object({
      state: z.enum(['open', 'expired', 'used', 'revoked', 'wrong_account']),
      email: z.string(),
      tenant: z.string(),
      role: z.string(),
      /** Whether the address has an account already, whose password is then asked. */
      hasAccount: z.boolean(),
    }),
  },
  async ({ db, tenant, caller }, { token }) => {
    const invitation = await findInvitation(db, token);
    if (!invitation) throw notFound('This invitation');
    const role = await getRole(db, invitation.roleId);
    const account = await findAccount(db, tenant.poolId, invitation.email);
    const isOther = caller.user && emailKey(caller.user.email) !== invitation.emailKey;
    const state = stateOf(invitation);
    return {
      state: state === 'open' && isOther ? ('wrong_account' as const) : state,
      email: invitation.email,
      tenant: tenant.name,
      role: role.name,
      hasAccount: account !== null,
    };
  },
);

const accept = procedure(
  {
    name: 'invitation.accept',
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
      password: TypedPassword,
    }),
    output: z.object({ ticket: z.string() }),
  },
  async (ctx, input) => await acceptInvitation(ctx, input),
);

export const invitationProcedures = { invitation: { get, accept } };
