import { z } from 'zod';
import {
  type HosterSaid,
  type hosterNames,
  hosterReasons,
  hosterStates,
  ownerFindings,
} from '@/db/schema/control';
import { env } from '../../env';
import { target } from './records';

/** Where the certificate of a host stands that the tenant has proven. */
export const Certificate = z.object({
  /** `on_visit` where a proxy gets it when somebody first comes. */
  state: z.enum(['on_visit', ...hosterStates]),
  /** Why it was refused, or why nothing is known. */
  reason: z.enum(hosterReasons).nullable(),
  /** The record that the hoster waits for: its own, or the one that leads here. */
  waitsFor: z.enum(['owner', 'route']).nullable(),
  /** A TXT record that it asks for besides, and what was seen of it. */
  record: z
    .object({
      name: z.string(),
      value: z.string(),
      finding: z.enum(ownerFindings),
      others: z.number().int(),
    })
    .nullable(),
  /** When it is asked again; null where nothing is left to ask. */
  nextAt: z.coerce.date().nullable(),
});
export type Certificate = z.output<typeof Certificate>;

type Told = Pick<typeof hosterNames.$inferSelect, 'state' | 'reason' | 'said' | 'nextAt'>;

/** Null where nobody was told of the host, or nothing is known of who has its certificate. */
export function certificateOf(told: Told | null): Certificate | null {
  if (!told) return null;
  const { HOSTER, TLS_ASK_PORT } = env();
  const none = { reason: null, waitsFor: null, record: null, nextAt: null };
  if (HOSTER === 'proxy') return TLS_ASK_PORT > 0 ? { state: 'on_visit', ...none } : null;
  const { state, reason, said, nextAt } = told;
  const { waitsFor = null, owner: record = null } = said ?? {};
  return { state, reason, waitsFor, record, nextAt };
}

interface Led {
  /** Whether the host can have no CNAME. */
  isApex: boolean;
  /** Where it was seen to lead. */
  found: string[];
  said: HosterSaid | null;
}

/** The record that leads here: as the settings say, unless the hoster would rather have another. */
export function routeOf({ isApex, found, said }: Led): { kind: 'CNAME' | 'A'; values: string[] } {
  const { name, addresses } = target();
  const own = isApex && addresses.length > 0;
  const better = isApex ? (said?.best ?? []) : (said?.names ?? []).slice(0, 1);
  const isWell = said?.waitsFor !== 'route' && (own ? addresses : [name]).some(isAmong(found));
  if (better.length > 0 && !isWell) return { kind: isApex ? 'A' : 'CNAME', values: better };
  return { kind: own ? 'A' : 'CNAME', values: own ? [...addresses] : [name] };
}

const isAmong = (found: readonly string[]) => (value: string) => found.includes(value);
