import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { House } from '@/lib/doors/matrix/house';
import { newToken } from '@/lib/identity/secrets';
import { hostSegment } from '@/lib/tenancy/hosts';
import { root } from '../settings.mjs';

export interface Page {
  route: string;
  path: string;
}

/**
 * Every route of the build, its parameters filled with A's own ids: as the app's tree has it, and as
 * a browser asks for it. Tokens are credentials, so nobody here has one.
 */
export function pagesOf(house: House): Page[] {
  const routes = Object.values(routesOf());
  const inside = routes.map((route) => ({ route, path: pathOf(route, house) }));
  const outside = inside.flatMap(({ route, path }) =>
    path.startsWith('/t/') ? { route, path: path.replace(/^\/t\/[^/]+/, '') || '/' } : [],
  );
  return [...inside, ...outside, ...signInEndpoints(routes)];
}

/** The build's routes by the files that make them, such as `/t/[host]/(member)/page`. */
export const routesOf = (): Record<string, string> =>
  JSON.parse(readFileSync(join(root, '.next/app-path-routes-manifest.json'), 'utf8'));

/** Where a route leads for a house. */
export function pathOf(route: string, { tenant, ids }: House): string {
  const values: Record<string, string | undefined> = {
    host: hostSegment(tenant.host, 1),
    token: newToken(),
    // Of a stranger's workspace: it shows nothing of this house.
    ticket: ids.openingTicket,
    slug: tenant.slug,
    asset: `${ids.assetId}.png`,
  };
  return route
    .replace(/\/\[\[\.\.\.\w+\]\]/g, '')
    .replace(/\[\.\.\.\w+\]/g, 'nothing/here')
    .replace(/\/(\w+)s\/\[id\]/g, (_, noun: string) => `/${noun}s/${ids[`${noun}Id`]}`)
    .replace(/\[(\w+)\]/g, (_, name: string) => values[name] ?? 'x');
}

/** What next-auth answers below its one route. */
function signInEndpoints(routes: string[]): Page[] {
  const route = routes.find((one) => one.includes('[...nextauth]'));
  const actions = [
    'providers',
    'csrf',
    'session',
    'signin',
    'signout',
    'error',
    'callback/password',
  ];
  return route ? actions.map((action) => ({ route, path: route.replace(/\[.*\]/, action) })) : [];
}
