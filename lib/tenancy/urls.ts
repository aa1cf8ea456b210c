import { env } from '../env';

export interface TenantAddress {
  slug: string;
  primaryHost: string | null;
}

const origin = (host: string) => `${env().scheme}://${host}${env().portSuffix}`;

/** The host under which a tenant is at home, from the database and never from a request. */
export const canonicalHost = ({ slug, primaryHost }: TenantAddress) =>
  primaryHost ?? `${slug}.${env().ROOT_DOMAIN}`;

/** Absolute URL on the tenant's canonical host; `path` begins with a slash. */
export const tenantUrl = (tenant: TenantAddress, path = '/') =>
  `${origin(canonicalHost(tenant))}${path}`;

/** Absolute URL on a given host this tenant is known to serve. */
export const hostUrl = (host: string, path = '/') => `${origin(host)}${path}`;

export const siteUrl = (path = '/') => `${origin(env().ROOT_DOMAIN)}${path}`;
export const consoleUrl = (path = '/') => `${origin(`console.${env().ROOT_DOMAIN}`)}${path}`;
export const apiUrl = (path = '/') => `${origin(`api.${env().ROOT_DOMAIN}`)}${path}`;
