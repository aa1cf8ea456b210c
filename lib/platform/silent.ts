import { AppError } from '../errors';

/** What staff are told of a tenant whose server cannot be asked. */
export const silent = (cause?: unknown): AppError =>
  new AppError('unavailable', 'The server of this tenant does not answer.', { cause });
