import { wallTime } from '@/lib/wall-time';
import type { CollectionsCtx } from '../context';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';

type Raw = Record<string, unknown>;
type Source = Pick<CollectionsCtx, 'actor' | 'tenant'>;

/** A new record as it was asked for, with the default of each field that was not spoken of. */
export function withDefaults(source: Source, fields: readonly StoredField[], raw: Raw): Raw {
  const given = fields.flatMap((field) =>
    field.default === null || Object.hasOwn(raw, field.key)
      ? []
      : [[field.key, defaultOf(source, field)] as const],
  );
  return given.length === 0 ? raw : { ...raw, ...Object.fromEntries(given) };
}

/** What a field's default is at this moment for this person. */
function defaultOf({ actor, tenant }: Source, field: Pick<StoredField, 'type' | 'default'>) {
  const word = ruleOf(field.type).moving?.word;
  if (field.default !== word || word === undefined) return field.default;
  if (word === 'me') return actor.kind === 'user' ? actor.id : null;
  const now = new Date();
  return word === 'today' ? wallTime(now, tenant.timeZone).slice(0, 10) : now.toISOString();
}
