/**
 * The one kind of error that verbs throw. Doors translate it: to a field error in a form, an HTTP
 * status and problem document in REST, an exit code on the command line.
 */
export const errorCodes = {
  unauthenticated: 401,
  /** Signed in, but the act wants a fresh proof of who it is. */
  proof_required: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  precondition: 412,
  invalid: 422,
  limit: 429,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** What a person can act on: dotted input path to message. */
export type FieldErrors = Record<string, string>;

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldErrors;
  readonly retryAfterSeconds: number | undefined;
  /** Of a `conflict`: the thing as it is now, in the shape its own read answers. */
  readonly current: unknown;

  constructor(
    code: ErrorCode,
    message: string,
    detail: {
      fields?: FieldErrors;
      retryAfterSeconds?: number;
      current?: unknown;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: detail.cause });
    this.name = 'AppError';
    this.code = code;
    this.fields = detail.fields ?? {};
    this.retryAfterSeconds = detail.retryAfterSeconds;
    this.current = detail.current;
  }
}

/** A foreign id and an absent id answer with these same words. */
export const notFound = (what = 'This') => new AppError('not_found', `${what} does not exist.`);

export const invalid = (field: string, message: string) =>
  new AppError('invalid', message, { fields: { [field]: message } });

/** Works across the two copies of this module that a Next process holds. */
export const isAppError = (error: unknown): error is AppError =>
  error instanceof Error && error.name === 'AppError' && 'code' in error;
