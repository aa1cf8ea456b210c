import { z } from 'zod';
import { emptyCells, importModes, importStates } from '@/db/schema/tenant/collections';
import { CollectionName } from '../collections/shapes';
import { FieldName, FieldType } from '../fields/shapes';

const Format = z.strictObject({
  kind: z.enum(['csv', 'json', 'xlsx']),
  encoding: z.enum(['utf-8', 'euc-kr', 'windows-1252', 'utf-16le', 'utf-16be']),
  delimiter: z.enum([',', ';', '\t', '|']),
  /** True when the first row names the columns. */
  header: z.boolean(),
  /** Of a workbook: the sheet that is read. */
  sheet: z.string().max(200).optional(),
});

const Target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('field'), fieldId: z.uuid() }),
  z.strictObject({ kind: z.literal('new'), name: FieldName, type: FieldType }),
  z.strictObject({ kind: z.literal('skip') }),
]);

const Column = z.strictObject({ name: z.string().max(10_000), target: Target });

const ImportError = z.object({
  /** As a spreadsheet counts: the first line of the file is 1. */
  row: z.number().int(),
  field: z.string().nullable(),
  message: z.string(),
});

const Reverted = z.object({
  force: z.boolean(),
  at: z.coerce.date(),
  /** Records it had added that went to the trash. */
  removed: z.number().int(),
  /** Records it had changed that have their values back. */
  restored: z.number().int(),
  /** Records that somebody changed since and that stay as they are. */
  left: z.number().int(),
});

export const Import = z.object({
  id: z.uuid(),
  state: z.enum(importStates),
  collectionId: z.uuid().nullable(),
  /** Name of the collection the import makes, when it makes one. */
  collectionName: z.string().nullable(),
  file: z.object({ id: z.uuid(), name: z.string(), sizeBytes: z.number().int() }),
  format: Format,
  columns: z.array(Column),
  mode: z.enum(importModes),
  /** Places of the columns by which rows find their records; none where every row is new. */
  keys: z.array(z.number().int()),
  /** What empty cells do to a record that is changed. */
  emptyCells: z.enum(emptyCells),
  /** Rows of the file, as far as it was read. */
  rowsTotal: z.number().int(),
  /** Added, changed, the same and passed over together. */
  rowsDone: z.number().int(),
  rowsAdded: z.number().int(),
  rowsChanged: z.number().int(),
  /** Rows whose record has these values already. */
  rowsSame: z.number().int(),
  /** Rows that the mode passes over: there already, or not there. */
  rowsSkipped: z.number().int(),
  rowsFailed: z.number().int(),
  /** The first 1,000; `rowsFailed` is exact. */
  errors: z.array(ImportError),
  /** The 50 most frequent. */
  reasons: z.array(
    z.object({ field: z.string().nullable(), message: z.string(), rows: z.number().int() }),
  ),
  message: z.string().nullable(),
  /** How it was taken back, when it was. */
  revert: Reverted.nullable(),
  createdAt: z.coerce.date(),
  /** When the whole file was last checked as the import stands. */
  checkedAt: z.coerce.date().nullable(),
  finishedAt: z.coerce.date().nullable(),
});
export type Import = z.infer<typeof Import>;

export const Draft = z.object({
  import: Import,
  /** First rows of the file, laid out in its columns, as text. */
  sample: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })),
  /** Type each column would get as a new field. */
  types: z.array(FieldType),
  /** Of a workbook: the sheets that can be read. */
  sheets: z.array(z.string()),
});
export type Draft = z.infer<typeof Draft>;

export const DraftInput = z
  .strictObject({
    fileId: z.uuid(),
    collectionId: z.uuid().optional(),
    collectionName: CollectionName.optional(),
  })
  .refine((input) => (input.collectionId === undefined) !== (input.collectionName === undefined), {
    path: ['collectionId'],
    message: 'Name a collection to import into, or one to make',
  });

export const ImportId = z.strictObject({ importId: z.uuid() });

export const FailuresInput = ImportId.extend({
  /** The kind of the file itself when left out; CSV for a JSON file. */
  format: z.enum(['csv', 'xlsx']).optional(),
});

export const ListInput = z.strictObject({
  collectionId: z.uuid(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** An import as a list shows it. */
export const ListedImport = Import.omit({
  format: true,
  columns: true,
  keys: true,
  emptyCells: true,
  errors: true,
  reasons: true,
}).extend({ byName: z.string().nullable() });
export type ListedImport = z.infer<typeof ListedImport>;

export const RevertInput = ImportId.extend({
  /** True to take back also what somebody changed since. */
  force: z.boolean().default(false),
});

export const RevertPreview = z.object({
  /** Records that the import added and nobody changed since. */
  removes: z.number().int(),
  /** Records that it changed and that would have their values back. */
  restores: z.number().int(),
  /** Records of either kind that somebody changed since: they stay unless `force` is set. */
  touched: z.number().int(),
  /** The first 50 of those. */
  records: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      kind: z.enum(['added', 'changed']),
      updatedAt: z.coerce.date(),
      updatedBy: z.string().nullable(),
    }),
  ),
});
export type RevertPreview = z.infer<typeof RevertPreview>;

export const ImportPatch = ImportId.extend({
  collectionName: CollectionName.optional(),
  /** A change of format reads the columns again and guesses where they go. */
  format: Format.optional(),
  columns: z.array(Column).max(200).optional(),
  mode: z.enum(importModes).optional(),
  keys: z.array(z.number().int().min(0).max(199)).max(5).optional(),
  emptyCells: z.enum(emptyCells).optional(),
});
