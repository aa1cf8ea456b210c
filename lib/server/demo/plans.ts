import { PlanTerms } from '@/lib/billing/terms';
import { runCommand } from '@/lib/doors/cli';

const monthly = (eur: number, krw: number) => [
  { kind: 'flat', currency: 'EUR', interval: 'month', amount: eur },
  { kind: 'flat', currency: 'KRW', interval: 'month', amount: krw },
];

const gigabyte = 1_000_000_000;

const plans = [
  {
    name: 'Starter',
    description: 'For a small group that tries things out.',
    signing: 'self',
    withoutModules: ['tasks'],
    tiers: ['pooled'],
    limits: {
      members: { max: 10, kind: 'hard' },
      records: { max: 1_000, kind: 'hard' },
      storage: { max: gigabyte, kind: 'hard' },
      roles: { max: 1, kind: 'hard' },
      domains: { max: 1, kind: 'hard' },
    },
  },
  {
    name: 'Team',
    description: 'For a school or a company with members of many kinds.',
    signing: 'payment',
    trialDays: 14,
    tiers: ['pooled', 'schema'],
    limits: {
      members: { max: 500, kind: 'hard' },
      records: { max: 100_000, kind: 'hard' },
      storage: { max: 100 * gigabyte, kind: 'soft' },
    },
    prices: [
      ...monthly(4_900, 69_000),
      { kind: 'seat', currency: 'EUR', interval: 'month', amount: 200, included: 20 },
    ],
  },
  {
    name: 'Agency',
    description: 'Own walls, and no limits but fair use.',
    signing: 'staff',
    limits: { storage: { max: 1_000 * gigabyte, kind: 'soft' } },
    prices: [
      ...monthly(49_000, 690_000),
      { kind: 'isolation', currency: 'EUR', interval: 'month', tier: 'database', amount: 20_000 },
      {
        ...{ kind: 'tiered', currency: 'EUR', interval: 'month', meter: 'messages' },
        steps: [
          { upTo: 1_000, amount: 2 },
          { upTo: null, amount: 1 },
        ],
      },
    ],
  },
];

/** Three plans of the platform, with a tenant on one of them, as staff would make them. */
export async function seedPlans(token: string, onTeam: string): Promise<void> {
  const reason = 'Part of the demo world';
  const act = (procedure: string, input: unknown) =>
    runCommand({ procedure, input, tenant: null, token }) as Promise<Record<string, never>>;
  for (const { name, ...terms } of plans) {
    const { id } = await act('platform.plans.create', { name, reason });
    const draft = { id, revision: 1, terms: PlanTerms.parse(terms) };
    const { revision, version } = await act('platform.plans.save', draft);
    await act('platform.plans.publish', { id, revision, reason });
    await act('platform.plans.offer', { id, offered: true, reason });
    const put = { id: onTeam, planId: id, version, heldSeen: null, at: null, reason };
    if (name === 'Team') await act('platform.subscriptions.put', put);
  }
}
