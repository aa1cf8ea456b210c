import { v7 as uuidv7 } from 'uuid';
import { env } from '../env';
import { AppError } from '../errors';
import { readCookie, sessionCookie, staffCookie } from '../identity/cookies';
import { type HostName, requestedHost, resolveHost } from '../tenancy/hosts';
import { addressHeader, openAddress } from './address';
import { answerLanguage } from './answer-language';
import { type DoorCall, type DoorKind, lazily } from './call';
import { type Credential, identify, type TenantName } from './caller';
import { refuseForgedRoute, routedHeader } from './routed';

/** The headers a door reads; `Headers` of fetch and of Next both serve. */
export interface HeaderSource {
  get(name: string): string | null;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The host this request is for. Throws `not_found` when its Host header is none. */
export function hostOf(headers: HeaderSource): HostName {
  const host = requestedHost({
    host: headers.get('host'),
    forwardedHost: headers.get('x-forwarded-host'),
  });
  if (!host) throw new AppError('not_found', 'There is nothing at this address.');
  return resolveHost(host, env().ROOT_DOMAIN);
}

/** Opens a call from a web request, whichever door it came through. */
export function webCall(
  door: DoorKind,
  headers: HeaderSource,
  address = openAddress(headers.get(addressHeader)),
): DoorCall {
  const host = hostOf(headers);
  refuseForgedRoute(headers.get(routedHeader), host);
  const caller = lazily(async () => {
    const credential = credentialOf(host, headers);
    return await identify(host, tenantNameOf(host, headers), credential);
  });
  return {
    door,
    requestId: uuidv7(),
    address,
    device: (headers.get('user-agent') ?? '').slice(0, 200),
    idempotencyKey: headers.get('idempotency-key')?.slice(0, 200) ?? null,
    caller,
    language: lazily(() => answerLanguage(headers, caller)),
  };
}

/** The tenant a request names: its host does, or X-Tenant on the API host; never both differently. */
function tenantNameOf(host: HostName, headers: HeaderSource): TenantName | null {
  const named = headers.get('x-tenant')?.trim().toLowerCase() ?? null;
  if (host.zone === 'tenant') {
    if (named && named !== host.slug) {
      throw new AppError('invalid', 'X-Tenant contradicts the host.', {
        fields: { 'X-Tenant': 'Leave it out here, or use the API host.' },
      });
    }
    return { slug: host.slug, host: host.host };
  }
  if (host.zone !== 'api' || !named) return null;
  return uuid.test(named) ? { slug: null, host: `id:${named}` } : { slug: named, host: host.host };
}

// A token of ours, or a JWT that names a session.
const bearerForm = /^Bearer ([\w-]{20,200}|[\w-]{10,200}\.[\w-]{20,600}\.[\w-]{20,200})$/i;

function credentialOf(host: HostName, headers: HeaderSource): Credential | null {
  const authorization = headers.get('authorization');
  const bearer = authorization ? bearerForm.exec(authorization)?.[1] : undefined;
  if (authorization && !bearer) {
    throw new AppError('unauthenticated', 'The Authorization header is not a bearer token.');
  }
  if (bearer) return { kind: 'api', token: bearer };
  if (host.zone === 'api') return null;
  const name = host.zone === 'console' ? staffCookie() : sessionCookie();
  const cookie = readCookie(headers.get('cookie'), name);
  return cookie ? { kind: 'browser', token: cookie } : null;
}
