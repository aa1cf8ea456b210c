import type { StoredField } from '../fields/shapes';
import { idsNamed } from '../formulas/resolve';

type Designed = Pick<StoredField, 'options'>;

/**
 * Whether a field shows what one of these fields holds: a look-up its relation, a formula what it is worked
 * out of. What a formula shows that cannot be read is not known, so it counts as showing them.
 */
export function showsAny({ options }: Designed, ids: (id: string) => boolean): boolean {
  const { relationId, formula } = options;
  if (relationId && ids(relationId)) return true;
  if (formula === undefined) return false;
  const named = idsNamed(formula);
  return named === 'unread' || named.some(ids);
}
