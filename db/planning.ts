/**
 * What the planner is told for every login that serves people: a page anywhere costs hardly more than
 * the next one, since it lies in memory or on flash. Postgres counts on turning disks by itself.
 */
export const planningOf = (role: string) => `alter role "${role}" set random_page_cost = 1.1`;
