import type { Tier } from '@/lib/tenancy/tiers';

/** What is typed so far. */
export interface NewTenantFields {
  name: string;
  slug: string;
  locale: 'en' | 'ko';
  timeZone: string;
  tier: Tier;
  /** Empty for the one with most room. */
  shard: string;
  /** Of the shared pool; empty for one of its own. */
  sharedPoolId: string;
  sample: boolean;
  ownerName: string;
  ownerEmail: string;
  reason: string;
}
