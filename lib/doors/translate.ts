import { ORPCError, ValidationError } from '@orpc/server';
import { isDbError } from '@/db/errors';
import { AppError, type FieldErrors, isAppError } from '../errors';

/** What was sent comes back in messages; no answer grows with it. */
const mostFields = 100;
const mostLetters = 300;

interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
}

/**
 * Turns whatever was thrown behind a door into the one kind of error. An unknown error keeps its
 * cause for the log and shows nothing of itself.
 */
export function toAppError(error: unknown): AppError | Error {
  if (isAppError(error)) return error;
  if (error instanceof ORPCError) return fromOrpc(error);
  if (isDbError(error)) return fromDatabase(error);
  return error instanceof Error ? error : new Error('Unknown failure', { cause: error });
}

function fromOrpc(error: ORPCError<string, unknown>) {
  const { cause } = error;
  if (error.code !== 'BAD_REQUEST') return error;
  if (!(cause instanceof ValidationError))
    return new AppError('invalid', 'The request is malformed.');
  const fields = fieldErrors(cause.issues);
  const [first] = Object.entries(fields);
  return new AppError('invalid', first ? `${first[0]}: ${first[1]}` : 'The request is malformed.', {
    fields,
  });
}

/** Issues of a schema as dotted path to message; the first message of a path wins. */
function fieldErrors(issues: readonly Issue[]): FieldErrors {
  const fields: FieldErrors = {};
  for (const issue of issues.slice(0, mostFields)) {
    const path = (issue.path ?? [])
      .map((part) => String(typeof part === 'object' ? part.key : part))
      .join('.')
      .slice(0, mostLetters);
    fields[path || 'input'] ??= issue.message.slice(0, mostLetters);
  }
  return fields;
}

type FromDatabase = Error & {
  kind: string;
  code?: string | undefined;
  constraint?: string | undefined;
};

// Names what a person did; the constraint itself is never shown.
const repeatWords = ({ constraint }: FromDatabase) =>
  constraint?.startsWith('unique_keys')
    ? 'Somebody else has just used one of these values, which may stand in one record only. Look again.'
    : 'Something with this name exists already.';

function fromDatabase(error: FromDatabase) {
  const detail = { cause: error };
  switch (error.kind) {
    case 'constraint':
      return error.code === '23505'
        ? new AppError('conflict', repeatWords(error), detail)
        : new AppError('invalid', 'The request refers to something that does not exist.', detail);
    case 'value':
      return new AppError('invalid', 'A value has the wrong form.', detail);
    case 'absent':
      return new AppError('not_found', 'This does not exist.', detail);
    case 'fenced':
    case 'stale':
      return busy('This workspace is being moved. Try again in a few seconds.', error, 2);
    case 'unavailable':
      return busy('The database cannot be reached. Nothing was changed.', error, 5);
    case 'unconfirmed':
      return busy('The connection broke while saving. Check whether it was saved.', error, 5);
    case 'timeout':
    case 'retry':
      return busy('This took too long and was stopped. Nothing was changed.', error, 2);
    default:
      return error;
  }
}

const busy = (message: string, cause: unknown, retryAfterSeconds: number) =>
  new AppError('unavailable', message, { cause, retryAfterSeconds });
