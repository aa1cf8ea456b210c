import type { z } from 'zod';
import { builtInRoles } from '../../access/permissions';
import { type Flag, type FlagValue, fits } from './define';
import { evaluate, type FlagFacts } from './evaluate';
import type { FlagHere } from './shapes';

/** A flag as it is for a tenant as a whole, and for roles for which it is something else. */
export function flagHere(flag: Flag, tenantId: string, facts: FlagFacts): z.input<typeof FlagHere> {
  const decide = (roles: string[]) => evaluate(flag, facts, { tenantId, personId: null, roles });
  const { value, because, of } = decide([]);
  const byRole = builtInRoles.flatMap((role) => {
    const own = decide([role]);
    return own.because === 'role' && own.value !== value ? [{ role, value: own.value }] : [];
  });
  const { key, title, description, shape, off, choosable } = flag;
  return {
    ...{ flag: key, title, description, shape, off, choosable },
    ...{ value, because, of, byRole },
    share: because === 'default' ? shareOfPeople(flag, facts) : null,
    chosen: chosenOf(flag, facts.choices?.[key]),
  };
}

function shareOfPeople(flag: Flag, { rules }: FlagFacts) {
  const share = flag.keyedBy === 'person' ? rules?.[flag.key]?.share : undefined;
  if (!share || share.percent === 0 || !fits(flag, share.value)) return null;
  return { percent: share.percent, value: share.value };
}

const chosenOf = (flag: Flag, value: unknown): FlagValue | null =>
  flag.choosable && fits(flag, value) ? value : null;
