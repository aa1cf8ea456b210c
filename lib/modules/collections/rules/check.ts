import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError, type FieldErrors } from '@/lib/errors';
import { everyField } from '../history/entries';
import type { LoadedCollection } from '../load';
import { within } from './access';
import type { RoleRule, Rules } from './shapes';

/** Throws `invalid` naming each part of the rules that cannot be, given the roles there are. */
export async function checkRules(
  ctx: TenantCtx,
  collection: LoadedCollection,
  { rules, roles }: { rules: Rules; roles: readonly { key: string }[] },
) {
  const errors: FieldErrors = {};
  const known = new Set(roles.map(({ key }) => key));
  const ids = new Set((await everyField(ctx.db, collection.id)).map(({ id }) => id));
  for (const [key, rule] of Object.entries(rules.roles)) {
    if (!known.has(key)) errors[`roles.${key}`] = 'There is no such role.';
    Object.assign(errors, problemsOf(rule, `roles.${key}`, { collection, ids }));
  }
  Object.assign(errors, problemsOf(rules.others, 'others', { collection, ids }));
  const [first] = Object.values(errors);
  const fields = Object.fromEntries(
    Object.entries(errors).map(([at, why]) => [`rules.${at}`, why]),
  );
  if (first) throw new AppError('invalid', first, { fields });
}

interface Known {
  collection: LoadedCollection;
  /** Of every field that the collection has or had. */
  ids: ReadonlySet<string>;
}

function problemsOf(rule: RoleRule, at: string, { collection, ids }: Known): FieldErrors {
  const found: FieldErrors = {};
  // Of several roles the widest counts, deed by deed: one may not open what another has to show first.
  if (!within(rule.change, rule.see)) {
    found[`${at}.change`] = 'Records have to be seen before they can be changed.';
  }
  if (!within(rule.remove, rule.see)) {
    found[`${at}.remove`] = 'Records have to be seen before they can be deleted.';
  }
  for (const id of Object.keys(rule.fields)) {
    if (!ids.has(id)) found[`${at}.fields.${id}`] = 'There is no such field.';
  }
  if (!rule.create) return found;
  for (const { id, name, required, default: held } of collection.design) {
    if (!required || held !== null || !rule.fields[id]) continue;
    found[`${at}.fields.${id}`] =
      `${name} is required, so whoever adds records must be able to fill it in.`;
  }
  return found;
}
