/** What plans can limit. */
export const limitNames = [
  'members',
  'records',
  'storage',
  'roles',
  'domains',
  'webhooks',
  'tokens',
] as const;
export type LimitName = (typeof limitNames)[number];
