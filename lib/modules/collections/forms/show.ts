import type { TenantCtx } from '@/lib/doors/ctx';
import { notFound } from '@/lib/errors';
import { holdsFiles } from '../attachments/hold';
import { mostOfOneFile } from '../attachments/most';
import { guestFormsFlag } from '../flags';
import { loadByToken, whyShut } from './load';
import { mintPass } from './pass';
import { askedFields, questionOf } from './questions';
import type { PublicForm } from './shapes';

/**
 * A form as guests see it: what is asked, and nothing of what is not. A draft is there for those who
 * design it only. Throws `not_found`.
 */
export async function showForm(ctx: TenantCtx, { token }: { token: string }): Promise<PublicForm> {
  const { form, collection } = await loadByToken(ctx.db, token);
  const designs = ctx.can('collections.manage');
  const why = whyShut(form, ctx.tenant);
  const shut = why ?? ((await ctx.flags.value(guestFormsFlag)) ? null : 'closed');
  if (shut === 'draft' && !designs) throw notFound('This form');
  const shows = shut === null || designs;
  const asked = shows ? askedFields(form.fields, collection.design) : [];
  const takesFiles = asked.some(({ field }) => holdsFiles(field));
  const most = takesFiles ? await mostOfOneFile(ctx.db) : null;
  return {
    title: form.title,
    intro: form.intro,
    shut,
    questions: asked.map((one) => questionOf(one, most)),
    pass: mintPass({ tenantId: ctx.tenant.id, formId: form.id }),
  };
}
