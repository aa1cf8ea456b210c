import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { forms } from '@/db/schema/tenant/forms';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError, invalid, notFound } from '@/lib/errors';
import { tenantUrl } from '@/lib/tenancy/urls';
import { loadCollection, lockCollection } from '../load';
import type { StoredForm } from './load';
import { askedFields, canBeAsked } from './questions';
import type { Form, FormDesign } from './shapes';

type Ctx = Pick<TenantCtx, 'db' | 'tenant' | 'actor' | 'caller'>;

/** The form of a collection, or nothing when it has none yet. Throws `not_found`. */
export async function getForm(
  ctx: Ctx,
  { collectionId }: { collectionId: string },
): Promise<{ form: Form | null }> {
  await loadCollection(ctx, collectionId);
  const form = await find(ctx.db, collectionId);
  return { form: form ? present(ctx, form) : null };
}

/** Keeps a form's design; one that is open shows it at once. Throws `invalid` by field. */
export async function saveForm(
  ctx: TenantCtx,
  { collectionId, mailsMe, ...design }: FormDesign,
): Promise<Form> {
  if (mailsMe && ctx.actor.kind === 'client') {
    throw invalid('mailsMe', 'A token of the workspace has no address to mail to.');
  }
  const { fields } = await lockCollection(ctx, collectionId);
  const seen = new Set<string>();
  for (const [index, { fieldId }] of design.fields.entries()) {
    const field = fields.find(({ id }) => id === fieldId);
    const path = `fields.${index}.fieldId`;
    if (!field) throw invalid(path, 'This field does not exist.');
    if (!canBeAsked(field)) throw invalid(path, `${field.name} cannot be asked for in a form.`);
    if (seen.has(fieldId)) throw invalid(path, `${field.name} is asked for twice.`);
    seen.add(fieldId);
  }
  const held = await find(ctx.db, collectionId);
  if (held?.state === 'open') refuseUnanswerable(design.fields, fields);
  const others = (held?.notify ?? []).filter((id) => id !== ctx.actor.id);
  const notify = mailsMe && ctx.actor.id ? [...others, ctx.actor.id].slice(-20) : others;
  const row = { ...design, notify, updatedAt: new Date() };
  const token = randomBytes(16).toString('base64url');
  const [kept] = held
    ? await ctx.db.update(forms).set(row).where(eq(forms.id, held.id)).returning()
    : await ctx.db
        .insert(forms)
        .values({ ...row, collectionId, token, createdBy: ctx.actor.id })
        .returning();
  if (!kept) throw notFound('This form');
  ctx.about('form', kept.id, { collectionId, title: kept.title });
  return present(ctx, kept);
}

/** Opens a form to everybody who has its address. Throws `precondition` when nobody could fill it in. */
export async function publishForm(
  ctx: TenantCtx,
  { collectionId }: { collectionId: string },
): Promise<Form> {
  const { fields } = await lockCollection(ctx, collectionId);
  const held = await find(ctx.db, collectionId);
  if (!held) throw notFound('This form');
  refuseUnanswerable(held.fields, fields);
  return await setState(ctx, held, 'open');
}

export async function closeForm(
  ctx: TenantCtx,
  { collectionId }: { collectionId: string },
): Promise<Form> {
  await lockCollection(ctx, collectionId);
  const held = await find(ctx.db, collectionId);
  if (!held) throw notFound('This form');
  return await setState(ctx, held, 'closed');
}

async function setState(ctx: TenantCtx, form: StoredForm, state: 'open' | 'closed') {
  await ctx.db.update(forms).set({ state, updatedAt: new Date() }).where(eq(forms.id, form.id));
  ctx.about('form', form.id, { collectionId: form.collectionId, title: form.title });
  return present(ctx, { ...form, state });
}

type Fields = Awaited<ReturnType<typeof loadCollection>>['fields'];

function refuseUnanswerable(asked: StoredForm['fields'], fields: Fields) {
  const shown = new Set(askedFields(asked, fields).map(({ field }) => field.id));
  if (shown.size === 0) {
    throw new AppError('precondition', 'The form asks for nothing. Choose at least one field.', {
      fields: { fields: 'Choose at least one field' },
    });
  }
  const missing = fields.find(
    ({ id, required, default: held }) => required && held === null && !shown.has(id),
  );
  if (!missing) return;
  const message = `${missing.name} is required in every record, so the form must ask for it.`;
  throw new AppError('precondition', message, { fields: { fields: message } });
}

const find = async (db: TenantDb, collectionId: string): Promise<StoredForm | undefined> =>
  (await db.select().from(forms).where(eq(forms.collectionId, collectionId)))[0];

function present({ tenant, actor }: Ctx, { notify, ...form }: StoredForm): Form {
  return {
    ...form,
    mailsMe: actor.id !== null && notify.includes(actor.id),
    url: tenantUrl(tenant, `/f/${form.token}`),
  };
}
