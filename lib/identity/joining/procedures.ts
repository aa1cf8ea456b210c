import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { Email } from '../email';
import { Nothing, OpaqueToken, PersonName, TypedPassword } from '../shapes';
import { acceptJoin } from './accept-join';
import { mailJoinLink, requestJoin } from './mail-join-link';
import { JoinView, viewJoin } from './view-join';

const open = { permission: 'public', plane: 'pool', rate: 'guess' } as const;

export const joinProcedures = {
  joining: {
    request: procedure(
      {
        ...open,
        name: 'joining.request',
        summary: 'Mails a link to join with',
        method: 'POST',
        path: '/join-links',
        transaction: 'none',
        input: z.strictObject({ email: Email }),
        output: Nothing,
      },
      async (ctx, { email }) => {
        await requestJoin(ctx, email);
        return {};
      },
    ),
    get: procedure(
      {
        ...open,
        name: 'joining.get',
        summary: 'Reads what a mailed link to join with is for',
        method: 'GET',
        path: '/join-links/{token}',
        input: z.strictObject({ token: OpaqueToken }),
        output: JoinView,
      },
      viewJoin,
    ),
    accept: procedure(
      {
        ...open,
        name: 'joining.accept',
        secretAnswer: true,
        summary: 'Joins by an e-mail domain, with a new account or an existing one',
        method: 'POST',
        path: '/join-links/{token}/accept',
        transaction: 'none',
        input: z.strictObject({
          token: OpaqueToken,
          name: PersonName.optional(),
          /** Left out by a newcomer where passwords are switched off. */
          password: TypedPassword.optional(),
        }),
        output: z.object({ ticket: z.string() }),
      },
      async (ctx, input) => await acceptJoin(ctx, input),
    ),
    mailLink: procedure(
      {
        name: 'joining.mailLink',
        summary: 'Mails the link to join with that somebody asked for',
        method: 'POST',
        path: null,
        permission: 'job',
        plane: 'pool',
        input: z.strictObject({ email: Email }),
        output: Nothing,
      },
      async (ctx, { email }) => {
        await mailJoinLink(ctx, email);
        return {};
      },
    ),
  },
};
