import { and, isNull, not, or, type SQL, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { recordLinks } from '@/db/schema/tenant/record-links';
import type { Value } from '@/lib/fields/value';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { rankedChoices } from '../fields/types/multi-select';
import { comparable } from './columns';

type ListOperator = 'one_of' | 'all_of' | 'none_of';

/** What a list of ids holds: from what stands beside the documents, where an index is read for it. */
export function holds(field: StoredField, op: ListOperator, values: readonly Value[]): SQL {
  const ids = [...new Set(values.flatMap((value) => value ?? []).map(String))];
  if (ruleOf(field.type).names === 'records') return leadsTo(field, op, ids);
  const slotHoldsAll = (field.options.choices?.length ?? 0) <= rankedChoices;
  return field.slot && slotHoldsAll ? named(field, op, ids) : documented(field, op, ids);
}

/** Links stand in a table of their own, by target. */
function leadsTo({ id }: StoredField, op: ListOperator, ids: readonly string[]): SQL {
  const linked = (targets: readonly string[]) =>
    sql`${records.id} in (select ${recordLinks.recordId} from ${recordLinks}
      where ${recordLinks.fieldId} = ${id}::uuid
        and ${recordLinks.targetId} = any(${sql.param([...targets])}::uuid[]))`;
  if (op === 'all_of') return and(...ids.map((one) => linked([one]))) as SQL;
  return op === 'one_of' ? linked(ids) : not(linked(ids));
}

// A slot reads `000:id|003:id`; ids are of small letters and digits. It is narrow enough to be looked
// through in its index. Of `like` the planner would expect next to nothing to be found, and sort it all.
function named(field: StoredField, op: ListOperator, ids: readonly string[]): SQL {
  const slot = comparable(field);
  const has = ids.map((id) => sql`strpos(${slot} || '|', ${`:${id}|`}) > 0`);
  if (op === 'all_of') return and(...has) as SQL;
  const any = or(...has) as SQL;
  return op === 'one_of' ? any : (or(isNull(slot), not(any)) as SQL);
}

function documented({ key }: StoredField, op: ListOperator, ids: readonly string[]): SQL {
  const held = sql`coalesce(${records.data} -> ${key}, '[]'::jsonb)`;
  const asked = sql`${sql.param([...ids])}::text[]`;
  if (op === 'all_of') return sql`${held} ?& ${asked}`;
  return op === 'one_of' ? sql`${held} ?| ${asked}` : sql`not (${held} ?| ${asked})`;
}
