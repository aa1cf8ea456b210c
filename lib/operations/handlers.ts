import type { Handlers } from './handler';

/** Everything the operator can be asked for. */
export const handlers: Handlers = {};
