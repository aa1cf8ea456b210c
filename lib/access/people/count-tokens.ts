import { z } from 'zod';
import type { ControlCtx } from '../../doors/ctx';
import { countOwned } from '../../identity/tokens/member-tokens';
import { countMadeBy } from '../../identity/workspace-tokens/tokens';
import { loadMember } from './member';

export const TokenCounts = z.strictObject({
  /** Living tokens of their own here, which end when they are removed. */
  own: z.int(),
  /** Living tokens of the workspace that they made, which go on. */
  workspace: z.int(),
});

/** What a member leaves in the hands of clients, for whoever is about to shut them out. Throws `not_found`. */
export async function countTokens(
  { db }: ControlCtx,
  { id }: { id: string },
): Promise<z.input<typeof TokenCounts>> {
  const { userId } = await loadMember(db, id);
  return { own: await countOwned(db, userId), workspace: await countMadeBy(db, userId) };
}
