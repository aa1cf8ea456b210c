import { z } from 'zod';
import { Field } from '../fields/shapes';

/** Records by how a person stands to them. */
const Sight = z.object({
  all: z.boolean(),
  own: z.boolean(),
  assigned: z.boolean(),
  /** Ids of people whose records these are too: those they made or are assigned to. */
  people: z.array(z.uuid()).readonly(),
});

export const CollectionSummary = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  icon: z.string(),
  fieldCount: z.number().int(),
  recordCount: z.number().int(),
  createdAt: z.coerce.date(),
  updatedAt: z.coerce.date(),
  deletedAt: z.coerce.date().nullable(),
});
export type CollectionSummary = z.infer<typeof CollectionSummary>;

export const Collection = CollectionSummary.omit({ fieldCount: true }).extend({
  fields: z.array(Field),
  /** Which records the caller may see, change and remove, and whether they may add some. */
  access: z.object({
    /** The caller, as records name them. */
    readerId: z.uuid().nullable(),
    see: Sight,
    change: Sight,
    remove: Sight,
    create: z.boolean(),
  }),
});
export type Collection = z.infer<typeof Collection>;

const collectionIcons = [
  'table',
  'users',
  'book',
  'calendar',
  'package',
  'building',
  'map',
  'film',
  'graduation',
  'wallet',
  'flag',
  'star',
] as const;

export const CollectionName = z.string().trim().min(1, 'Give the collection a name').max(80);

export const CollectionInput = z.strictObject({
  name: CollectionName,
  description: z.string().trim().max(500).default(''),
  icon: z.enum(collectionIcons).default('table'),
});
export type CollectionInput = z.input<typeof CollectionInput>;

export const CollectionId = z.strictObject({ collectionId: z.uuid() });

export const CollectionPatch = z.strictObject({
  collectionId: z.uuid(),
  name: CollectionName.optional(),
  description: z.string().trim().max(500).optional(),
  icon: z.enum(collectionIcons).optional(),
});
