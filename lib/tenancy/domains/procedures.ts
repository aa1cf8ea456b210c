import { z } from 'zod';
import { procedure } from '../../doors/procedure';
import { addDomain, removeDomain } from './add-domain';
import { checkDomain, recheckDomain } from './check-domain';
import { DomainView, listDomains } from './claims';
import { DomainHost } from './host-name';
import { loseDomain } from './lose-domain';
import { endPrimary, makePrimary, setRedirect } from './primary';

const managed = { permission: 'security.manage', plane: 'control' } as const;
const path = '/domains';
const Nothing = z.strictObject({});
const OfOne = z.strictObject({ id: z.uuid() });
const Host = z.string().max(300);
const asJob = {
  method: 'POST',
  path: null,
  permission: 'job',
  plane: 'control',
  whileSuspended: true,
} as const;

export const domainProcedures = {
  list: procedure(
    {
      ...managed,
      name: 'domains.list',
      summary: 'List the domains of this workspace',
      method: 'GET',
      path,
      input: Nothing,
      output: z.object({ domains: z.array(DomainView) }),
    },
    async ({ db }) => ({ domains: await listDomains(db) }),
  ),
  add: procedure(
    {
      ...managed,
      name: 'domains.add',
      summary: 'Add a domain',
      method: 'POST',
      path,
      input: z.strictObject({ host: DomainHost }),
      output: DomainView,
    },
    async (ctx, { host }) => await addDomain(ctx, host),
  ),
  check: procedure(
    {
      ...managed,
      name: 'domains.check',
      summary: 'Look for the records of a domain',
      method: 'POST',
      path: `${path}/{id}/check`,
      transaction: 'none',
      rate: 'heavy',
      input: OfOne,
      output: DomainView,
    },
    async (ctx, { id }) => await checkDomain(ctx, id),
  ),
  makePrimary: procedure(
    {
      ...managed,
      name: 'domains.makePrimary',
      summary: 'Make a domain the primary one',
      method: 'PUT',
      path: `${path}/{id}/primary`,
      fresh: true,
      input: OfOne,
      output: DomainView,
    },
    async (ctx, { id }) => await makePrimary(ctx, id),
  ),
  endPrimary: procedure(
    {
      ...managed,
      name: 'domains.endPrimary',
      summary: 'Make the workspace’s own address the primary one',
      method: 'DELETE',
      path: `${path}/{id}/primary`,
      fresh: true,
      input: OfOne,
      output: DomainView,
    },
    async (ctx, { id }) => await endPrimary(ctx, id),
  ),
  setRedirect: procedure(
    {
      ...managed,
      name: 'domains.setRedirect',
      summary: 'Say whether a domain leads on to the primary one',
      method: 'PUT',
      path: `${path}/{id}/redirect`,
      input: z.strictObject({ id: z.uuid(), redirects: z.boolean() }),
      output: DomainView,
    },
    setRedirect,
  ),
  remove: procedure(
    {
      ...managed,
      name: 'domains.remove',
      summary: 'Remove a domain',
      method: 'DELETE',
      path: `${path}/{id}`,
      fresh: true,
      input: OfOne,
      output: Nothing,
    },
    async (ctx, { id }) => {
      await removeDomain(ctx, id);
      return {};
    },
  ),
  recheck: procedure(
    {
      name: 'domains.recheck',
      summary: 'Look for the records of a domain again',
      // Else a suspended workspace would lose its domain.
      ...asJob,
      transaction: 'none',
      input: z.strictObject({ host: Host }),
      output: Nothing,
    },
    async (ctx, { host }) => {
      await recheckDomain(ctx, host);
      return {};
    },
  ),
  lose: procedure(
    {
      name: 'domains.lose',
      summary: 'Tell that a domain was lost',
      ...asJob,
      input: z.strictObject({ host: Host, by: z.enum(['staff', 'time']) }),
      output: Nothing,
    },
    async (ctx, loss) => {
      await loseDomain(ctx, loss);
      return {};
    },
  ),
};
