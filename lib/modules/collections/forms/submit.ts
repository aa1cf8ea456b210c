import { eq, sql } from 'drizzle-orm';
import { forms } from '@/db/schema/tenant/forms';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError, isAppError, notFound } from '@/lib/errors';
import { enqueueTenantJob } from '@/lib/jobs/enqueue';
import { keepFile } from '../attachments/keep';
import { mostOfOneFile } from '../attachments/most';
import type { StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';
import { loadForWriting } from '../load';
import { checkRecord } from '../records/check';
import { withDefaults } from '../records/defaults';
import { insertRecords } from '../records/insert';
import { roomForRecords } from '../records/room';
import { findTaken } from '../records/taken';
import { everything } from '../rules/access';
import { knownIn } from '../values/known';
import { nothingKnown } from '../values/value';
import { type GivenFile, lookAtFiles } from './files';
import { letKnock, spendPass } from './guard';
import { loadByToken, type StoredForm, whyShut } from './load';
import { askedFields } from './questions';
import { refuseBeyondQuota } from './quota';
import type { Answers, PublicForm, Thanks } from './shapes';
import { inTurn } from './turns';

type Raw = Record<string, unknown>;

const usualThanks = 'Thank you. Your answers have arrived.';

/**
 * Makes a record of a guest's answers: all of it or nothing. Throws `not_found`, `precondition` when
 * the form is shut, `limit`, and `invalid` with a message for each answer that is wrong.
 */
export async function submitForm(ctx: TenantCtx, given: Answers): Promise<Thanks> {
  const { form, collection } = await loadByToken(ctx.db, given.token);
  if (form.state === 'draft') throw notFound('This form');
  refuseShut(whyShut(form, ctx.tenant));
  const thanks = { thanks: form.thanks || usualThanks, redirectUrl: form.redirectUrl };
  // Who fills in what nobody sees is told what everybody is told.
  if (given.website !== '') return thanks;
  const knock = { tenantId: ctx.tenant.id, formId: form.id, pass: given.pass };
  await letKnock({ ...knock, address: ctx.call.address });
  const asked = askedFields(form.fields, collection.fields).map(({ field }) => field);
  const most = hasFiles(given) ? await mostOfOneFile(ctx.db) : 0;
  const { files, errors } = await lookAtFiles(asked, given.files, most);
  const raw = answersOf(asked, given.values);
  const plain = asked.filter((field) => !isFile(field));
  const checked = checkRecord(plain, raw, { ...nothingKnown, timeZone: ctx.tenant.timeZone });
  refuse(new Map([...checked.errors, ...errors]));
  // Before any byte is kept; what came at the same time is counted once the form is locked.
  await refuseBeyondQuota(ctx.db, fileFieldsOf(form), files);
  const writing = { form, raw, files, pass: given.pass };
  await inTurn(form.id, () =>
    keepAll(ctx, files, async (kept) => {
      await ctx.transact((db) => write({ ...ctx, db }, { ...writing, kept }));
    }),
  );
  return thanks;
}

const hasFiles = ({ files }: Answers) => Object.values(files).some((own) => own.length > 0);

const fileFieldsOf = ({ fields }: StoredForm) => fields.map(({ fieldId }) => fieldId);

const isFile = ({ type }: StoredField) => ruleOf(type).names === 'files';

/** Answers to what was asked; others are left out, whoever made them up. */
function answersOf(asked: readonly StoredField[], values: Answers['values']): Raw {
  return Object.fromEntries(
    asked.flatMap((field) => {
      if (isFile(field)) return [];
      const value = Object.hasOwn(values, field.key) ? values[field.key] : undefined;
      return [[field.key, value === undefined || value === '' ? null : value] as const];
    }),
  );
}

interface KeptFile {
  key: string;
  value: string;
  ready: (db: TenantDb) => Promise<void>;
}

/** Keeps one file after another around what is done with them; a failure takes all of them away. */
async function keepAll(
  ctx: TenantCtx,
  files: readonly GivenFile[],
  done: (kept: KeptFile[]) => Promise<void>,
  kept: KeptFile[] = [],
): Promise<void> {
  const [first, ...others] = files;
  if (!first) return await done(kept);
  await keepFile(ctx, first, (ready, { value }) =>
    keepAll(ctx, others, done, [...kept, { key: first.field.key, value, ready }]),
  );
}

interface Writing {
  form: StoredForm;
  raw: Raw;
  files: readonly GivenFile[];
  kept: readonly KeptFile[];
  pass: string;
}

async function write(ctx: TenantCtx, { form: seen, raw, files, kept, pass }: Writing) {
  const { db, tenant } = ctx;
  const [form] = await db.select().from(forms).where(eq(forms.id, seen.id)).for('update');
  if (!form) throw notFound('This form');
  refuseShut(whyShut(form, tenant));
  await refuseBeyondQuota(db, fileFieldsOf(form), files);
  const { collectionId } = form;
  // What guests write is bound by the form, not by the rules of members.
  const asking = { ...ctx, reader: everything };
  const collection = await loadForWriting(asking, collectionId);
  const { design: fields } = collection;
  for (const { ready } of kept) await quietly(ready(db));
  const asked = new Map(askedFields(form.fields, fields).map(({ field }) => [field.id, field]));
  const strict = fields.map((field) => asked.get(field.id) ?? field);
  const whole = withDefaults(ctx, fields, { ...raw, ...valuesOf(kept) });
  const { data, errors } = checkRecord(strict, whole, await knownIn(asking, fields, [whole]));
  for (const { field } of await findTaken(db, collection, [{ data }])) {
    errors.set(field.key, field.options.message || `${field.name} was given before.`);
  }
  refuse(errors);
  await quietly(roomForRecords(ctx, 1));
  // Last, so that answers which are refused can be mended and sent with the same pass.
  await spendPass({ tenantId: tenant.id, formId: form.id, pass });
  const { ids } = await insertRecords(db, { collectionId, fields, actorId: null }, [data]);
  const recordId = ids[0] ?? '';
  await db
    .update(forms)
    .set({ answers: sql`${forms.answers} + 1` })
    .where(eq(forms.id, form.id));
  for (const userId of form.notify) {
    await enqueueTenantJob(db, 'forms.tell', { collectionId, recordId, userId });
  }
  ctx.about('record', recordId, { collectionId, form: form.title });
}

function valuesOf(kept: readonly KeptFile[]): Raw {
  const values: Record<string, string[]> = {};
  for (const { key, value } of kept) values[key] = [...(values[key] ?? []), value];
  return values;
}

function refuse(errors: ReadonlyMap<string, string>) {
  if (errors.size === 0) return;
  const fields = Object.fromEntries([...errors].map(([key, text]) => [`values.${key}`, text]));
  const count = errors.size === 1 ? 'One answer is' : `${errors.size} answers are`;
  throw new AppError('invalid', `${count} not right yet. Nothing was sent.`, { fields });
}

const words: Record<NonNullable<PublicForm['shut']>, string> = {
  draft: 'This form is not open.',
  early: 'This form is not open yet.',
  late: 'This form is closed.',
  full: 'This form takes no more answers.',
  closed: 'This form is closed.',
};

/** Guests read nothing of the plan of the workspace: what is full takes no more answers. */
async function quietly(taking: Promise<void>): Promise<void> {
  await taking.catch((error: unknown) => {
    throw isAppError(error) && error.code === 'limit' ? new AppError('limit', words.full) : error;
  });
}

function refuseShut(shut: PublicForm['shut']) {
  if (shut) throw new AppError('precondition', words[shut]);
}
