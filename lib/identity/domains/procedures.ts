import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { Nothing } from '../shapes';
import { addEmailDomain, removeEmailDomain } from './add-domain';
import { changeJoining, JoiningDraft } from './change-joining';
import { checkEmailDomain, recheckEmailDomain } from './check-domain';
import { EmailDomainView, listClaims } from './claims';
import { EmailDomain } from './domain-name';
import { releaseEmailDomain } from './release-domain';

const managed = { permission: 'security.manage', plane: 'control' } as const;
const path = '/security/email-domains';
const OfOne = z.strictObject({ id: z.uuid() });
const OfDomain = z.strictObject({ domain: z.string().max(300) });
const asJob = {
  method: 'POST',
  path: null,
  permission: 'job',
  plane: 'control',
  whileSuspended: true,
} as const;

export const emailDomainProcedures = {
  emailDomains: {
    list: procedure(
      {
        ...managed,
        name: 'emailDomains.list',
        summary: 'List the e-mail domains of this workspace',
        method: 'GET',
        path,
        input: Nothing,
        output: z.object({ domains: z.array(EmailDomainView) }),
      },
      async ({ db }) => ({ domains: await listClaims(db) }),
    ),
    add: procedure(
      {
        ...managed,
        name: 'emailDomains.add',
        summary: 'Add an e-mail domain',
        method: 'POST',
        path,
        input: z.strictObject({ domain: EmailDomain }),
        output: EmailDomainView,
      },
      async (ctx, { domain }) => await addEmailDomain(ctx, domain),
    ),
    check: procedure(
      {
        ...managed,
        name: 'emailDomains.check',
        summary: 'Look for the record of an e-mail domain',
        method: 'POST',
        path: `${path}/{id}/check`,
        transaction: 'none',
        rate: 'heavy',
        input: OfOne,
        output: EmailDomainView,
      },
      async (ctx, { id }) => await checkEmailDomain(ctx, id),
    ),
    change: procedure(
      {
        ...managed,
        name: 'emailDomains.change',
        summary: 'Say whether people join by an e-mail domain',
        method: 'PUT',
        path: `${path}/{id}`,
        fresh: true,
        input: JoiningDraft,
        output: EmailDomainView,
      },
      changeJoining,
    ),
    remove: procedure(
      {
        ...managed,
        name: 'emailDomains.remove',
        summary: 'Remove an e-mail domain',
        method: 'DELETE',
        path: `${path}/{id}`,
        input: OfOne,
        output: Nothing,
      },
      async (ctx, { id }) => {
        await removeEmailDomain(ctx, id);
        return {};
      },
    ),
    recheck: procedure(
      {
        name: 'emailDomains.recheck',
        summary: 'Look for the record of an e-mail domain again',
        // Else a suspended workspace would lose its domain to the next who proves it.
        ...asJob,
        transaction: 'none',
        input: OfDomain,
        output: Nothing,
      },
      async (ctx, { domain }) => {
        await recheckEmailDomain(ctx, domain);
        return {};
      },
    ),
    release: procedure(
      {
        name: 'emailDomains.release',
        summary: 'Begin again with an e-mail domain whose hold staff ended',
        ...asJob,
        input: OfDomain,
        output: Nothing,
      },
      async (ctx, { domain }) => {
        await releaseEmailDomain(ctx, domain);
        return {};
      },
    ),
  },
};
