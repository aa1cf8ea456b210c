import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { hosts } from '@/db/schema/control';
import { procedure } from '../../doors/procedure';
import { env } from '../../env';
import { canonicalHost, hostUrl } from '../../tenancy/urls';
import { Nothing } from '../shapes';
import { returnPathname } from './begin';
import { changeProvider, removeProvider } from './change-provider';
import { tryProvider } from './discover';
import { ProviderDraft, ProviderState, showProvider } from './provider';

const managed = { permission: 'security.manage', plane: 'pool' } as const;
const path = '/security/identity-provider';

export const providerProcedures = {
  identityProvider: {
    get: procedure(
      {
        ...managed,
        name: 'identityProvider.get',
        summary: "Read this workspace's own identity provider",
        method: 'GET',
        path,
        input: Nothing,
        output: z.object({
          provider: ProviderState.nullable(),
          /** What the provider has to know of this workspace: one for each of its hosts. */
          redirectUris: z.array(z.string()),
        }),
      },
      async ({ db, tenant }) => {
        const own = await db
          .select({ host: hosts.host })
          .from(hosts)
          .where(and(eq(hosts.tenantId, tenant.id), eq(hosts.serves, true)))
          .orderBy(asc(hosts.host));
        const all = new Set([
          ...[canonicalHost(tenant), `${tenant.slug}.${env().ROOT_DOMAIN}`],
          ...own.map(({ host }) => host),
        ]);
        const redirectUris = [...all].map((host) => hostUrl(host, returnPathname));
        return { provider: await showProvider(db), redirectUris };
      },
    ),
    change: procedure(
      {
        ...managed,
        name: 'identityProvider.change',
        summary: "Set up or change this workspace's own identity provider",
        method: 'PUT',
        path,
        fresh: true,
        input: ProviderDraft,
        output: ProviderState,
      },
      changeProvider,
    ),
    remove: procedure(
      {
        ...managed,
        name: 'identityProvider.remove',
        summary: "Remove this workspace's own identity provider and every link to it",
        method: 'DELETE',
        path,
        fresh: true,
        input: Nothing,
        output: Nothing,
      },
      async (ctx) => {
        await removeProvider(ctx);
        return {};
      },
    ),
    test: procedure(
      {
        ...managed,
        name: 'identityProvider.test',
        summary: 'Ask an identity provider what it offers',
        method: 'POST',
        path: `${path}/test`,
        mode: 'read',
        transaction: 'none',
        rate: 'heavy',
        input: z.strictObject({ issuer: ProviderDraft.shape.issuer }),
        output: z.object({
          issuer: z.string(),
          authorizationEndpoint: z.string(),
          tokenEndpoint: z.string(),
          keys: z.int(),
          scopes: z.array(z.string()),
          claims: z.array(z.string()),
        }),
      },
      async (_ctx, { issuer }) => await tryProvider(issuer),
    ),
  },
};
