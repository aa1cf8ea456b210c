import { z } from 'zod';
import { tenantsOfUser } from '@/db/directory';
import { procedure } from '../doors/procedure';
import { canonicalHost } from './urls';

/** The tenants the signed-in person can go to from here, this one included. */
export const listPlaces = procedure(
  {
    name: 'places.list',
    summary: 'Lists the tenants you belong to',
    method: 'GET',
    path: '/places',
    permission: 'signed_in',
    plane: 'control',
    whileSuspended: true,
    input: z.strictObject({}),
    output: z.array(
      z.object({
        id: z.uuid(),
        slug: z.string(),
        name: z.string(),
        host: z.string(),
        status: z.enum(['active', 'suspended']),
        roles: z.array(z.string()),
        isHere: z.boolean(),
      }),
    ),
  },
  async (ctx) => {
    const { user, session } = ctx.caller;
    const all = user ? await tenantsOfUser(user.id) : [];
    const places = session?.confined ? all.filter(({ id }) => id === ctx.tenant.id) : all;
    return places.map((place) => ({
      id: place.id,
      slug: place.slug,
      name: place.name,
      host: canonicalHost(place),
      status: place.status,
      roles: place.roles.map((role) => role.name),
      isHere: place.id === ctx.tenant.id,
    }));
  },
);
