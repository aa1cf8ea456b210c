import { z } from 'zod';
import { importStates } from '@/db/schema/tenant/collections';
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

export const Import = z.object({
  id: z.uuid(),
  state: z.enum(importStates),
  collectionId: z.uuid().nullable(),
  /** Name of the collection the import makes, when it makes one. */
  collectionName: z.string().nullable(),
  file: z.object({ id: z.uuid(), name: z.string(), sizeBytes: z.number().int() }),
  format: Format,
  columns: z.array(Column),
  rowsTotal: z.number().int(),
  rowsDone: z.number().int(),
  rowsFailed: z.number().int(),
  /** The first 1,000; `rowsFailed` is exact. */
  errors: z.array(ImportError),
  message: z.string().nullable(),
  createdAt: z.coerce.date(),
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

export const ImportPatch = ImportId.extend({
  collectionName: CollectionName.optional(),
  /** A change of format reads the columns again and guesses where they go. */
  format: Format.optional(),
  columns: z.array(Column).max(200).optional(),
});
