import { AsyncLocalStorage } from 'node:async_hooks';

// Next's request modules expect this global, which Next itself sets only when it starts: too late for
// a program of ours that imports them first.
globalThis.AsyncLocalStorage ??= AsyncLocalStorage;
