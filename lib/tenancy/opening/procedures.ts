import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { Slug } from '../slugs';
import { arriveAt } from './arrive';
import { readOpening } from './facts';
import { OpeningFacts } from './shapes';
import { giveUpOpening, retryOpening } from './steer';
import { OpeningTicket } from './ticket';

const forFounders = { permission: 'public', plane: 'none', zone: 'site' } as const;

const Ticket = z.strictObject({ ticket: OpeningTicket });

/** What a founder may do with the ticket of a workspace that is being opened. */
export const signUpOpenings = {
  opening: procedure(
    {
      name: 'signUp.opening',
      summary: 'Read how the opening of your workspace goes',
      method: 'GET',
      path: '/sign-up/openings/{ticket}',
      ...forFounders,
      input: Ticket,
      output: OpeningFacts,
    },
    (ctx, { ticket }) => ctx.reserved(ticket, (db, { tenantId }) => readOpening(db, tenantId)),
  ),
  retry: procedure(
    {
      name: 'signUp.retry',
      summary: 'Have the opening of your workspace tried again',
      method: 'POST',
      path: '/sign-up/openings/{ticket}/retry',
      ...forFounders,
      rate: 'guess',
      input: Ticket.extend({ slug: Slug.optional() }),
      output: OpeningFacts,
    },
    (ctx, { ticket, slug }) =>
      ctx.reserved(
        ticket,
        async (db, { tenantId }) => {
          await retryOpening(db, { tenantId, slug });
          return await readOpening(db, tenantId);
        },
        { write: true },
      ),
  ),
  giveUp: procedure(
    {
      name: 'signUp.giveUp',
      summary: 'Take the opening of your workspace back',
      method: 'POST',
      path: '/sign-up/openings/{ticket}/give-up',
      ...forFounders,
      rate: 'guess',
      input: Ticket,
      output: OpeningFacts,
    },
    (ctx, { ticket }) =>
      ctx.reserved(
        ticket,
        async (db, { tenantId }) => {
          await giveUpOpening(db, tenantId);
          return await readOpening(db, tenantId);
        },
        { write: true },
      ),
  ),
  arrive: procedure(
    {
      name: 'signUp.arrive',
      summary: 'Enter your workspace once it is open',
      method: 'POST',
      path: '/sign-up/openings/{ticket}/arrival',
      ...forFounders,
      rate: 'guess',
      input: Ticket,
      output: z.strictObject({ url: z.string() }),
    },
    (ctx, { ticket }) => ctx.reserved(ticket, arriveAt, { write: true }),
  ),
};
