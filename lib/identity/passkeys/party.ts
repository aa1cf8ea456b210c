import type { Caller, TenantFacts } from '../../doors/caller';
import { AppError } from '../../errors';
import { canonicalHost, hostUrl } from '../../tenancy/urls';

/** Where passkeys of a tenant work: browsers bind a key to the host, and the host signs for its origin. */
export interface Party {
  host: string;
  origin: string;
}

interface Asked {
  tenant: TenantFacts;
  caller: Caller;
}

/** The tenant's canonical host where that is the one that was asked, else null. */
export function partyAt({ tenant, caller }: Asked): Party | null {
  const host = canonicalHost(tenant);
  return caller.host.host === host ? { host, origin: hostUrl(host, '') } : null;
}

/** The same; throws `precondition` on any other host. */
export function wantParty(asked: Asked): Party {
  const party = partyAt(asked);
  if (party) return party;
  const host = canonicalHost(asked.tenant);
  throw new AppError('precondition', `Passkeys of this workspace work at ${host} only.`);
}
