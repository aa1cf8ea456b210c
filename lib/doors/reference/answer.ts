import { AppError, isAppError, notFound } from '../../errors';
import type { OwnInterface } from '../../modules/define-module';
import { ownInterfaces } from '../../modules/own-interfaces';
import { brandCss } from '../../tenancy/branding/css';
import { monogramIcon } from '../../tenancy/branding/monogram';
import { platformBrand } from '../../tenancy/branding/presets';
import { publishBrand } from '../../tenancy/branding/publish';
import type { PublishedBrand } from '../../tenancy/branding/published';
import { hostSegment } from '../../tenancy/hosts';
import { looksOf } from '../../tenancy/looks';
import { apiUrl, consoleUrl, hostUrl, siteUrl } from '../../tenancy/urls';
import type { DoorCall } from '../call';
import type { Caller } from '../caller';
import { type ApiPlace, describeApi } from '../openapi';
import { withOwn } from '../openapi-own';
import { restPrefix } from '../rest-prefix';
import { type ReferenceLooks, referencePage } from './page';

const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The API's own description, as a page or as OpenAPI; null for any other path. */
export async function answerReference(request: Request, call: DoorCall): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  const isRoot = pathname === restPrefix || pathname === `${restPrefix}/`;
  if (request.method !== 'GET' || !(isRoot || pathname === `${restPrefix}/openapi.json`))
    return null;
  const caller = await call.caller();
  const [document, own] = await Promise.all([describeApi(placeOf(caller)), ownOf(call, caller)]);
  const wantsPage = isRoot && (request.headers.get('accept') ?? '').includes('text/html');
  if (!wantsPage) return reply(JSON.stringify(withOwn(document, own)), 'application/json');
  const page = referencePage(withOwn(document, own, { inline: true }), await looksFor(caller));
  return reply(page, 'text/html; charset=utf-8');
}

/** What the caller's workspace made itself, as far as the caller may see it; nothing for strangers. */
async function ownOf(call: DoorCall, { tenant, user }: Caller): Promise<OwnInterface[]> {
  if (!tenant || !user) return [];
  const told = ownInterfaces.map((tell) =>
    tell(call).catch((error: unknown) => {
      if (isAppError(error)) return null;
      throw error;
    }),
  );
  return (await Promise.all(told)).filter((one) => one !== null);
}

const reply = (body: string, type: string) =>
  new Response(body, {
    headers: {
      'content-type': type,
      'cache-control': 'private, no-cache',
      vary: 'host, accept, authorization, cookie, x-tenant',
      'x-content-type-options': 'nosniff',
      'content-security-policy': pagePolicy,
      'referrer-policy': 'same-origin',
    },
  });

/** Staff operations are shown to staff; a host without a tenant has nothing to describe. */
function placeOf({ host, tenant, staff }: Caller): ApiPlace {
  const platform = { name: platformBrand.name, namesTenant: false, modulesOff: [] };
  if (host.zone === 'site') return { ...platform, zone: 'site', url: siteUrl(restPrefix) };
  if (host.zone === 'console') {
    if (!staff) throw new AppError('unauthenticated', 'Sign in to the console first.');
    return { ...platform, zone: 'console', url: consoleUrl(restPrefix) };
  }
  if (host.zone === 'api') {
    return { ...platform, zone: 'tenant', url: apiUrl(restPrefix), namesTenant: true };
  }
  if (!tenant || tenant.status === 'closed') throw notFound();
  const { name, modulesOff } = tenant;
  return {
    zone: 'tenant',
    name,
    modulesOff,
    namesTenant: false,
    url: hostUrl(host.host, restPrefix),
  };
}

async function looksFor({ host, tenant }: Caller): Promise<ReferenceLooks> {
  const looks = host.zone === 'tenant' ? await looksOf(hostSegment(host.host, 0)) : null;
  if (!looks || !tenant) return looksLike(publishBrand(platformBrand).brand, platformBrand.name);
  return looksLike(looks.brand, tenant.name);
}

const looksLike = (brand: PublishedBrand, name: string): ReferenceLooks => ({
  name,
  css: brandCss(brand),
  icon: brand.favicon ?? monogramIcon(brand),
  logo: brand.logo,
});
