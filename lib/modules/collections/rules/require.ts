import { AppError } from '@/lib/errors';
import type { Access } from './access';
import { mayReach } from './may-reach';
import type { Deed } from './shapes';

type Row = Parameters<typeof mayReach>[2];

const words: Record<Exclude<Deed, 'see'>, string> = { change: 'change', remove: 'delete' };

/** Throws `forbidden` when rules keep one of these records, which the person sees, from a deed. */
export function requireReach(access: Access, deed: Exclude<Deed, 'see'>, rows: readonly Row[]) {
  const kept = rows.filter((row) => !mayReach(access, deed, row)).length;
  if (kept === 0) return;
  throw new AppError(
    'forbidden',
    rows.length === 1
      ? `The rules of this collection let you see this record, not ${words[deed]} it.`
      : `The rules of this collection do not let you ${words[deed]} ${kept} of these ${rows.length} records. Nothing was changed.`,
  );
}

/** Throws `forbidden` when rules do not let a person add records. */
export function requireCreate({ create }: Access) {
  if (create) return;
  throw new AppError('forbidden', 'The rules of this collection do not let you add records.');
}
