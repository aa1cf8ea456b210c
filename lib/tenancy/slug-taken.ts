import { AppError } from '../errors';

/** The address belongs to somebody else, or is held for somebody who is being opened. */
export const slugTaken = () =>
  new AppError('conflict', 'This address is taken.', {
    fields: { slug: 'This address is taken. Choose another.' },
  });
