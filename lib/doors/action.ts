import type { AnySchema } from '@orpc/contract';
import type { InferSchemaInput, InferSchemaOutput } from '@orpc/server';
import { headers } from 'next/headers';
import { type ErrorCode, type FieldErrors, isAppError } from '../errors';
import type { Language } from '../language/languages';
import { refusalIn, sentenceIn } from '../language/refusal';
import { log } from '../log';
import { type Callable, invoke } from './callable';
import { toAppError } from './translate';
import { webCall } from './web-call';

export interface ActionError {
  code: ErrorCode | 'internal';
  message: string;
  /** Input path to message, for the form to show in place. */
  fields: FieldErrors;
  requestId: string;
}

export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ActionError };

/** A server action over one procedure. Never throws: a form always gets an answer to show. */
export const action =
  <I extends AnySchema, O extends AnySchema>(procedure: Callable<I, O>) =>
  async (input: InferSchemaInput<I>): Promise<ActionResult<InferSchemaOutput<O>>> => {
    const call = webCall('action', await headers());
    return await answered(call.requestId, () => invoke(procedure, input, call));
  };

/** Runs the work of an action that takes more than one procedure; answers as `action` does. */
export async function answered<T>(
  requestId: string,
  work: () => Promise<T>,
): Promise<ActionResult<T>> {
  try {
    return { ok: true, data: await work() };
  } catch (error) {
    return { ok: false, error: await describe(error, requestId) };
  }
}

async function describe(error: unknown, requestId: string): Promise<ActionError> {
  const thrown = toAppError(error);
  const language = await languageHere();
  const known = isAppError(thrown) ? refusalIn(language, thrown) : thrown;
  if (isAppError(known)) {
    return { code: known.code, message: known.message, fields: known.fields, requestId };
  }
  log.error({ err: known, requestId }, 'action failed');
  const message = sentenceIn(language, 'Something went wrong on our side. Nothing was changed.');
  return { code: 'internal', message, fields: {}, requestId };
}

const languageHere = async (): Promise<Language> => {
  const call = webCall('action', await headers());
  return (await call.language?.()) ?? 'en';
};
