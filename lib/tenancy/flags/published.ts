import type { FlagValue } from './define';
import { evaluate, type FlagFacts } from './evaluate';
import { flags } from './registry';

const published = flags.filter((flag) => flag.published);

/** Keys of the flags that are no secret. */
export const publishedKeys: readonly string[] = published.map(({ key }) => key);

/**
 * The flags that are no secret, as they are for a tenant where nobody in particular asks: what the
 * directory carries. Says how a page looks; what may be done is asked at the door.
 */
export const publishedFlags = (tenantId: string, facts: FlagFacts): Record<string, FlagValue> =>
  Object.fromEntries(
    published.map((flag) => {
      const { value } = evaluate(flag, facts, { tenantId, personId: null, roles: [] });
      return [flag.key, value];
    }),
  );
