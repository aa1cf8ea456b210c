import { and, gt, isNull, or } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import type { apiTokens, workspaceTokens } from '@/db/schema/control';

/** Which tokens, of people or of the workspace, still open something. */
export const isAlive = (t: typeof apiTokens | typeof workspaceTokens) =>
  and(isNull(t.revokedAt), or(isNull(t.expiresAt), gt(t.expiresAt, databaseNow)));
