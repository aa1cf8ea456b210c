import type { TenantCtx } from '@/lib/doors/ctx';
import type { Reader } from './rules/access';

/** What the verbs of this module need of a call; a seed or another door can provide it. */
export type CollectionsCtx = Pick<TenantCtx, 'db' | 'actor' | 'caller' | 'about' | 'tenant'> & {
  /** Whose rules count, where that is not the caller. */
  reader?: Reader;
};

/** What reading records needs of a call. */
export type ReadingCtx = Pick<CollectionsCtx, 'db' | 'actor' | 'caller' | 'tenant' | 'reader'>;
