import type { releaseChannelNames } from '@/db/schema/control';
import { type BuiltInRole, builtInRoles } from '../../access/permissions';
import { type Flag, type FlagValue, fits } from './define';

type ReleaseChannel = (typeof releaseChannelNames)[number];

interface FlagRules {
  killed?: boolean;
  roles?: Partial<Record<BuiltInRole, unknown>>;
  channels?: Partial<Record<ReleaseChannel, unknown>>;
  /** `percent` from 0 to 100, in hundredths. */
  share?: { percent: number; value: unknown };
}

/** What is said of flags where it concerns one tenant, as the database tells it. By key of the flag. */
export interface FlagFacts {
  channel?: ReleaseChannel;
  rules?: Record<string, FlagRules>;
  overrides?: Record<string, unknown>;
  choices?: Record<string, unknown>;
  plan?: Record<string, unknown>;
}

/** For whom a flag is looked at. */
export interface FlagSubject {
  tenantId: string;
  personId: string | null;
  /** Keys of roles. */
  roles: readonly string[];
}

export const becauses = [
  'killed',
  'override',
  'choice',
  'role',
  'plan',
  'channel',
  'share',
  'default',
] as const;

export interface Decision<V extends FlagValue = FlagValue> {
  value: V;
  because: (typeof becauses)[number];
  /** The role or channel that it is because of. */
  of: string | null;
}

type Said = [Decision['because'], unknown, string?];

/**
 * What a flag is for somebody, and why. The first that says anything decides: the kill switch, staff
 * for this tenant, the tenant where it may choose, the highest role, its plan, the channel, a share of all, the
 * default. What does not fit the flag says nothing.
 */
export function evaluate<V extends FlagValue>(
  flag: Flag<V>,
  facts: FlagFacts,
  subject: FlagSubject,
): Decision<V> {
  const rules = facts.rules?.[flag.key] ?? {};
  if (rules.killed) return { value: flag.off, because: 'killed', of: null };
  for (const [because, value, of = null] of said(flag, { rules, facts, subject })) {
    if (fits(flag, value)) return { value, because, of };
  }
  return { value: flag.default, because: 'default', of: null };
}

interface Seen {
  rules: FlagRules;
  facts: FlagFacts;
  subject: FlagSubject;
}

function* said(flag: Flag, { rules, facts, subject }: Seen): Generator<Said> {
  yield ['override', facts.overrides?.[flag.key]];
  if (flag.choosable) yield ['choice', facts.choices?.[flag.key]];
  for (const role of builtInRoles.toReversed()) {
    if (!flag.metByAnybody && subject.roles.includes(role))
      yield ['role', rules.roles?.[role], role];
  }
  yield ['plan', facts.plan?.[flag.key]];
  const channel = facts.channel ?? 'stable';
  yield ['channel', rules.channels?.[channel], channel];
  if (isInShare(flag, rules.share?.percent ?? 0, subject)) yield ['share', rules.share?.value];
}

/** Who is in a share stays in it when it grows; each flag has its own. */
function isInShare(flag: Flag, percent: number, { tenantId, personId }: FlagSubject): boolean {
  const id = flag.keyedBy === 'tenant' ? tenantId : personId;
  return id !== null && bucketOf(flag.key, id) < Math.round(percent * 100);
}

/** 0 to 9,999, the same in every process: FNV-1a, stirred as Murmur ends. */
export function bucketOf(key: string, id: string): number {
  let hash = 0x811c9dc5;
  for (const letter of `${key}:${id}`) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % 10_000;
}
