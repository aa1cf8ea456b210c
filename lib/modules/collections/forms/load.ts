import { eq } from 'drizzle-orm';
import { forms } from '@/db/schema/tenant/forms';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import { isAppError, notFound } from '@/lib/errors';
import { wallTime } from '@/lib/wall-time';
import { type LoadedCollection, loadCollection } from '../load';
import { everything } from '../rules/access';
import type { PublicForm } from './shapes';

export type StoredForm = typeof forms.$inferSelect;

/** A form by its address, and its collection. Throws `not_found` alike for whatever is not there. */
export async function loadByToken(
  db: TenantDb,
  token: string,
): Promise<{ form: StoredForm; collection: LoadedCollection }> {
  const [form] = await db.select().from(forms).where(eq(forms.token, token));
  if (!form) throw notFound('This form');
  try {
    return {
      form,
      collection: await loadCollection({ db, reader: everything }, form.collectionId),
    };
  } catch (error) {
    throw isAppError(error) && error.code === 'not_found' ? notFound('This form') : error;
  }
}

/** Why a form takes no answers at this moment. */
export function whyShut(
  { state, opensOn, closesOn, maxAnswers, answers }: StoredForm,
  { timeZone }: Pick<TenantCtx['tenant'], 'timeZone'>,
): PublicForm['shut'] {
  if (state !== 'open') return state;
  const today = wallTime(new Date(), timeZone).slice(0, 10);
  if (opensOn && today < opensOn) return 'early';
  if (closesOn && today > closesOn) return 'late';
  return maxAnswers !== null && answers >= maxAnswers ? 'full' : null;
}
