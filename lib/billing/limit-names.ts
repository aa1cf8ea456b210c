/** What plans can limit. */
export const limitNames = ['members', 'records', 'storage', 'roles', 'domains'] as const;
export type LimitName = (typeof limitNames)[number];
