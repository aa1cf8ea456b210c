type Tier = 'pooled' | 'schema' | 'database';

let chosen: Tier = 'pooled';

/** Where tests put the tenants they mint: the one switch that runs a suite at another tier. */
export function setTestTier(tier: Tier): void {
  chosen = tier;
}

export const testTier = (): Tier => chosen;
