import type { SeedRule } from '@/db/seed/shapes';
import type { Run } from './acting';
import { fieldNamed, type Made } from './made';

/** Views that everybody has. */
export async function addViews(run: Run, { id, seed }: Made): Promise<void> {
  for (const view of seed.views ?? []) {
    await run('views.create', { collectionId: id, shared: true, ...view });
  }
}

/** Who sees and changes what. */
export async function addRules(run: Run, made: Made): Promise<void> {
  const { rules } = made.seed;
  if (!rules) return;
  const roles = Object.fromEntries(
    Object.entries(rules).map(([role, rule]) => [role, { ...rule, fields: limits(made, rule) }]),
  );
  const others = { see: 'all', change: 'all', remove: 'all', create: true, fields: {} };
  await run('rules.save', { collectionId: made.id, rules: { roles, others } });
}

/** A form for guests, open. */
export async function addForm(run: Run, made: Made): Promise<void> {
  const { form } = made.seed;
  if (!form) return;
  const fields = form.fields.map(({ field, ...asked }) => ({
    fieldId: fieldNamed(made, field).id,
    ...asked,
  }));
  await run('forms.save', { collectionId: made.id, ...form, fields });
  await run('forms.publish', { collectionId: made.id });
}

const limits = (made: Made, { fields = {} }: SeedRule) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, limit]) => [fieldNamed(made, name).id, limit]),
  );
