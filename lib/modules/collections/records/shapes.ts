import { z } from 'zod';
import { Filters, Sort } from '../view/shapes';

/** A string, a number, yes or no, a list of ids, or nothing. */
const RecordValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

export const RecordShape = z.object({
  id: z.uuid(),
  version: z.number().int(),
  /** Values by field key; a key that is missing is empty. */
  data: z.record(z.string(), RecordValue),
  /** Names of the records that its relations lead to, by id; absent for those in the trash. */
  links: z.record(z.string(), z.string()).optional(),
  /** Why a formula comes to nothing, by field key; absent where all could be worked out. */
  problems: z.record(z.string(), z.string()).optional(),
  createdAt: z.coerce.date(),
  updatedAt: z.coerce.date(),
  createdBy: z.uuid().nullable(),
  updatedBy: z.uuid().nullable(),
});
export type RecordShape = z.infer<typeof RecordShape>;

/** Values by field key, as a person or a program wrote them. */
export const RawData = z
  .record(z.string().max(80), z.unknown())
  .refine((data) => Object.keys(data).length <= 100, 'At most 100 fields');

export const RecordId = z.strictObject({ collectionId: z.uuid(), recordId: z.uuid() });

export const RecordIds = z.strictObject({
  collectionId: z.uuid(),
  ids: z.array(z.uuid()).min(1, 'Name at least one record').max(10_000, 'At most 10,000 at once'),
});

/** What a page of records shows: which ones, and in which order. */
export const ViewInput = {
  search: z.string().max(200).optional(),
  filters: Filters.optional(),
  match: z.enum(['all', 'any']).optional(),
  sorts: z.array(Sort).max(5, 'At most 5 sorts').optional(),
};

export const ListInput = z
  .strictObject({
    collectionId: z.uuid(),
    ...ViewInput,
    limit: z.number().int().min(1).max(500).default(50),
    /** Where the page before ended; from `nextCursor`. */
    cursor: z.string().max(6_000).optional(),
    /** Instead of a cursor: how many records to pass over. */
    offset: z.number().int().min(0).max(1_000_000).optional(),
    /** False leaves the exact count out. */
    total: z.boolean().default(true),
    trashed: z.boolean().default(false),
  })
  .refine((input) => input.cursor === undefined || input.offset === undefined, {
    path: ['offset'],
    message: 'Give a cursor or an offset, not both',
  });
export type ListInput = z.input<typeof ListInput>;

export const GroupsInput = z.strictObject({
  collectionId: z.uuid(),
  search: ViewInput.search,
  filters: ViewInput.filters,
  match: ViewInput.match,
  /** The field whose values make the groups; of a date, the period. */
  group: Sort,
  /** Key of a field of numbers to add up in each group. */
  sum: z.string().max(80).optional(),
});

export const RecordGroups = z.object({
  groups: z.array(
    z.object({
      /** As a record holds it; the first day of a period; null where there is no value. */
      value: z.union([z.string(), z.boolean(), z.null()]),
      count: z.number().int(),
      /** Exact decimal; null where nothing was asked to be added up, and where no record has a value. */
      sum: z.string().nullable(),
    }),
  ),
  /** True when there are more than the 500 groups of this answer. */
  more: z.boolean(),
});
export type RecordGroups = z.infer<typeof RecordGroups>;

export const SumsInput = z.strictObject({
  collectionId: z.uuid(),
  search: ViewInput.search,
  filters: ViewInput.filters,
  match: ViewInput.match,
  /** Its key. */
  field: z.string().max(80),
});

const decimal = z.string().nullable();
export const RecordSums = z.object({
  /** Records that have a value. */
  count: z.number().int(),
  /** Exact decimals; null of a field without numbers, and where no record has a value. */
  sum: decimal,
  average: decimal,
  smallest: decimal,
  largest: decimal,
});
export type RecordSums = z.infer<typeof RecordSums>;

export const RecordPage = z.object({
  records: z.array(RecordShape),
  /** Exact number of records in the filtered set; null when it was not asked for. */
  total: z.number().int().nullable(),
  nextCursor: z.string().nullable(),
});
export type RecordPage = z.infer<typeof RecordPage>;
