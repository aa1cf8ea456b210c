import { z } from 'zod';
import { Email } from '../email';
import { PersonName } from '../shapes';
import type { Provider } from './provider';

/** Who somebody is, as the provider says. */
export interface Vouched {
  subject: string;
  /** Null where the provider names none, or none that is one. */
  email: string | null;
  /** Whether the provider says that it has seen mail to the address reach them. */
  emailVerified: boolean;
  name: string;
  groups: string[];
  /** Whether what was proven there counts as a second factor here. */
  secondFactor: boolean;
  /** When they proved it there; null where that is not said. */
  provenAt: Date | null;
}

/** Somebody who comes back from the provider. */
export interface Coming {
  provider: Provider;
  vouched: Vouched;
  /** Token of the browser that began. */
  browser: string;
  returnPath: string;
}

const mostGroups = 1_000;

/** Methods (RFC 8176) that are more than something one knows. */
const strongMethods = new Set([
  'mfa',
  'otp',
  'hwk',
  'swk',
  'fpt',
  'face',
  'iris',
  'vbm',
  'sc',
  'sms',
]);

/** Reads the claims of a verified ID token and of the user info endpoint. */
export function readClaims(provider: Provider, claims: Record<string, unknown>): Vouched {
  const email = Email.safeParse(claims.email);
  return {
    subject: String(claims.sub),
    email: email.success ? email.data : null,
    emailVerified: claims.email_verified === true,
    name: nameIn(claims),
    groups: groupsIn(claims, provider.groupClaim),
    secondFactor: provider.secondFactor === 'trusted' || provedTwice(provider, claims),
    provenAt: provenAtIn(claims),
  };
}

/** `auth_time` in whole seconds, as far as it is past. */
function provenAtIn({ auth_time: at }: Record<string, unknown>): Date | null {
  return typeof at === 'number' && at >= 0 ? new Date(Math.min(at * 1000, Date.now())) : null;
}

function nameIn({
  name,
  given_name: given,
  family_name: family,
  ...claims
}: Record<string, unknown>) {
  const whole = [given, family].filter((part) => typeof part === 'string').join(' ');
  for (const candidate of [name, whole, claims.preferred_username, claims.email]) {
    const parsed = PersonName.safeParse(candidate);
    if (parsed.success) return parsed.data;
  }
  return 'Member';
}

const Groups = z.array(z.string().max(500));

/** Groups stand in a list, or as one word; claims inside others are named with dots. */
function groupsIn(claims: Record<string, unknown>, claim: string): string[] {
  const found =
    claims[claim] ??
    claim
      .split('.')
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | null)?.[part], claims);
  const list = Groups.safeParse(typeof found === 'string' ? [found] : found);
  return list.success ? list.data.slice(0, mostGroups) : [];
}

function provedTwice({ secondFactor }: Provider, { amr, acr }: Record<string, unknown>) {
  if (secondFactor !== 'claimed') return false;
  const methods = Array.isArray(amr) ? amr : [];
  return methods.some((method) => strongMethods.has(String(method))) || isStrongContext(acr);
}

/** Contexts of authentication that providers name where more than a password was asked for. */
const isStrongContext = (acr: unknown) =>
  typeof acr === 'string' && /(^|[:/])(mfa|aal[23]|loa[23]|multi-?factor|phrh?)$/i.test(acr);
