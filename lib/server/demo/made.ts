import type { SeedCollection, SeedValue } from '@/db/seed/shapes';
import { AppError } from '@/lib/errors';
import type { Run } from './acting';
import type { SeededMember } from './people';

/** A collection as it was made, with its fields and records in the order of the seed. */
export interface Made {
  id: string;
  seed: SeedCollection;
  fields: MadeField[];
  rows: Record<string, SeedValue>[];
  records: string[];
}

export interface MadeField {
  id: string;
  key: string;
  name: string;
}

export interface Crew {
  /** Admins first, guests last. */
  members: SeededMember[];
  as(member: SeededMember): Run;
}

/** A member by their place. */
export function personAt({ members }: Crew, at: number): SeededMember {
  const member = members[at % members.length];
  if (!member) throw new AppError('precondition', 'The demo tenant has no members.');
  return member;
}

/** The field of this name. */
export function fieldNamed({ fields }: Pick<Made, 'fields'>, name: string | undefined): MadeField {
  const field = fields.find((one) => one.name === name);
  if (!field) throw new AppError('not_found', `The demo collection has no field ${name}.`);
  return field;
}

/** A row by what the product takes: people by their ids. */
export const withPeople = (
  crew: Crew,
  { fields, seed }: Pick<Made, 'fields' | 'seed'>,
  row: Record<string, SeedValue>,
) =>
  Object.fromEntries(
    fields.flatMap(({ key }, at) => {
      const value = row[key] ?? null;
      if (value === null) return [];
      const isPlace = seed.fields[at]?.type === 'person' && typeof value === 'number';
      return [[key, isPlace ? personAt(crew, value).id : value]];
    }),
  );
