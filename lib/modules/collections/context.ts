import type { TenantCtx } from '@/lib/doors/ctx';

/** What the verbs of this module need of a call; a seed or another door can provide it. */
export type CollectionsCtx = Pick<TenantCtx, 'db' | 'actor' | 'about' | 'tenant'>;
