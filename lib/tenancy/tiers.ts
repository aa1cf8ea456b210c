/** How far a tenant's data stands from everybody else's, the weakest wall first. */
export const tiers = ['pooled', 'schema', 'database'] as const;
export type Tier = (typeof tiers)[number];
