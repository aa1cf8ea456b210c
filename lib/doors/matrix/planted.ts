import { ask, type Visitor } from './ask';
import { changed } from './digest';
import type { House } from './house';
import { withIds } from './positions';
import type { Notes } from './report';
import { sampleOf } from './sample';
import type { Setting } from './setting';
import type { JsonSchema, Subject } from './subject';
import { text } from './tenant-cases';

/** What a caller might add to reach into another tenant or rise in their own. */
const plants = ({ ids }: House): Record<string, string | undefined> => ({
  tenantId: ids.tenantId,
  tenant_id: ids.tenantId,
  poolId: ids.poolId,
  role: 'admin',
  ownerId: ids.userId,
  userId: ids.userId,
});

/** Keys nobody declared are refused by name, in every object of the input. */
export async function plantedKeyCases(
  subject: Subject,
  { setting, visitor }: { setting: Setting; visitor: Visitor },
  notes: Notes,
) {
  const { a, b } = setting;
  const before = [await setting.digest(a), await setting.digest(b)] as const;
  const own = sampleOf(subject, { ...b, ids: { ...b.ids, staffEmail: setting.staffEmail } });
  for (const { path, schema } of objectsOf(subject.schema)) {
    const keys = Object.entries(plants(a)).filter(([key]) => !schema.properties?.[key]);
    const answer = await ask(subject, plantAt(own, path, Object.fromEntries(keys)), visitor);
    const named = keys.every(([key]) => answer.body.includes(key));
    const refused = answer.status === 422 && named;
    notes.note(`planted at ${path.join('.') || 'the top'}`, refused ? null : text(answer));
  }
  const after = [await setting.digest(a), await setting.digest(b)] as const;
  const tables = [...changed(before[0], after[0]), ...changed(before[1], after[1], true)];
  notes.note('planted keys', tables.length ? `changed ${tables}` : null);
}

interface Place {
  path: (string | number)[];
  schema: JsonSchema;
}

/** Every object of an input whose keys are declared; free-form maps judge their keys in the verb. */
function objectsOf(schema: JsonSchema, path: (string | number)[] = []): Place[] {
  const branches = [...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  return [
    ...(schema.properties ? [{ path, schema }] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, one]) =>
      objectsOf(one, [...path, key]),
    ),
    ...(schema.items ? objectsOf(schema.items, [...path, 0]) : []),
    ...branches.flatMap((one) => objectsOf(one, path)),
  ];
}

/** The input with these keys in the object at `path`, made when the sample has none there. */
function plantAt<T>(input: T, path: (string | number)[], keys: Record<string, unknown>): T {
  const copy = withIds(input, [], {});
  let place = copy as Record<string | number, unknown>;
  path.forEach((step, at) => {
    place[step] ??= typeof path[at + 1] === 'number' ? [] : {};
    place = place[step] as typeof place;
  });
  Object.assign(place, keys);
  return copy;
}
