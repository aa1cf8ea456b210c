import { isEvent } from './event';
import type { ProcedureMeta } from './spec';

/*
 * Operations as they are declared, for verbs that speak of operations: they cannot ask the router,
 * which is made of them.
 */

const declared = new Map<string, ProcedureMeta>();

export const declare = (meta: ProcedureMeta): void => {
  declared.set(meta.name, meta);
};

/** Operations that webhooks can wait for, by name; all of them once the router was loaded. */
export const declaredEvents = (): ProcedureMeta[] =>
  [...declared.values()].filter(isEvent).sort((a, b) => (a.name < b.name ? -1 : 1));
