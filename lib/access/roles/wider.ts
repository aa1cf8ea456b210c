import type { ControlCtx } from '../../doors/ctx';
import { widerInstead } from '../../modules/role-rules';
import type { RoleFact } from '../rights';

/** Where rules that name a role keep more from its people than they would as another, by name. */
export async function widerOf(
  ctx: Pick<ControlCtx, 'readTenant'>,
  from: RoleFact,
  to: RoleFact,
): Promise<string[]> {
  const found: string[] = [];
  for (const ask of widerInstead) found.push(...(await ask(ctx, { from, to })));
  return found;
}
