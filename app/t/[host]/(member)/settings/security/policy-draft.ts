import type { SecurityPolicy } from '@/lib/identity/policy/policy';

/** The rules as the form holds them: texts, so that what is typed stays even where it is wrong. */
export interface PolicyDraft {
  idleMinutes: string;
  absoluteHours: string;
  maxSessions: string;
  whenFull: SecurityPolicy['whenFull'];
  networks: string;
  methodsOff: SecurityPolicy['methodsOff'];
  secondFactor: SecurityPolicy['secondFactor'];
  secondFactorRoles: string[];
  /** `2026-03-01`, or empty for now. */
  secondFactorFrom: string;
  graceDays: string;
}

export interface PolicyFields {
  draft: PolicyDraft;
  fields: Record<string, string>;
  put: (part: Partial<PolicyDraft>) => void;
}

const text = (value: number | null) => (value === null ? '' : String(value));
const number = (value: string) => (value.trim() === '' ? null : Number(value));

export const draftOf = (policy: SecurityPolicy): PolicyDraft => ({
  ...policy,
  idleMinutes: text(policy.idleMinutes),
  absoluteHours: text(policy.absoluteHours),
  maxSessions: text(policy.maxSessions),
  networks: policy.networks.join('\n'),
  secondFactorFrom: policy.secondFactorFrom?.toISOString().slice(0, 10) ?? '',
  graceDays: text(policy.graceDays),
});

export const policyOf = (draft: PolicyDraft): SecurityPolicy => ({
  ...draft,
  idleMinutes: number(draft.idleMinutes),
  absoluteHours: number(draft.absoluteHours),
  maxSessions: number(draft.maxSessions),
  networks: draft.networks.split(/[\s,;]+/).filter(Boolean),
  secondFactorFrom: draft.secondFactorFrom ? new Date(`${draft.secondFactorFrom}T00:00:00Z`) : null,
  graceDays: number(draft.graceDays) ?? 0,
});
