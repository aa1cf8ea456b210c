import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, instant, tenantTable } from '../table';
import { files } from './files';
import type { ImportError, ImportReason, ImportRevert } from './import-notes';
import type { RowRules } from './row-rules';

export type { ImportError, ImportReason, ImportRevert };

export const collections = tenantTable(
  'collections',
  {
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    icon: text('icon').notNull().default('table'),
    position: integer('position').notNull().default(0),
    /** Who may see and change which records and fields, by role; null when everybody may all. */
    rules: jsonb('rules').$type<RowRules>(),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    deletedAt: instant('deleted_at'),
  },
  (t) => [index('collections_position').on(t.tenantId, t.position)],
);

export const fieldTypes = [
  'text',
  'long_text',
  'number',
  'money',
  'date',
  'datetime',
  'boolean',
  'select',
  'multi_select',
  'email',
  'url',
  'person',
  'relation',
  'lookup',
  'formula',
  'file',
] as const;

export const fields = tenantTable(
  'fields',
  {
    collectionId: uuid('collection_id').notNull(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    type: text('type', { enum: fieldTypes }).notNull(),
    options: jsonb('options').$type<Record<string, unknown>>().notNull().default({}),
    required: boolean('required').notNull().default(false),
    isUnique: boolean('is_unique').notNull().default(false),
    /** What a new record holds unless something else is said; a word such as `today` for what moves. */
    defaultValue: jsonb('default_value').$type<string | number | boolean | string[] | null>(),
    position: integer('position').notNull().default(0),
    width: integer('width').notNull().default(180),
    /** Column of `records` that holds this field's sortable copy, e.g. `t3`; null when none is free. */
    slot: text('slot'),
    createdAt: createdAt(),
    deletedAt: instant('deleted_at'),
  },
  (t) => [
    unique('fields_key').on(t.tenantId, t.collectionId, t.key),
    index('fields_position').on(t.tenantId, t.collectionId, t.position),
    foreignKey({
      name: 'fields_collection_fk',
      columns: [t.tenantId, t.collectionId],
      foreignColumns: [collections.tenantId, collections.id],
    }).onDelete('cascade'),
  ],
);

const textSlots = [
  't1',
  't2',
  't3',
  't4',
  't5',
  't6',
  't7',
  't8',
  't9',
  't10',
  't11',
  't12',
] as const;
const integerSlots = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i8'] as const;
const numberSlots = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'n8'] as const;
const timeSlots = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'] as const;

/** Typed, indexed columns that views filter and sort on, by kind. */
export const slots = {
  text: textSlots,
  integer: integerSlots,
  number: numberSlots,
  time: timeSlots,
} as const;

const textSlotColumns = Object.fromEntries(textSlots.map((s) => [s, text(s)])) as Record<
  (typeof textSlots)[number],
  ReturnType<typeof text>
>;
const integerSlotColumns = Object.fromEntries(
  integerSlots.map((s) => [s, bigint(s, { mode: 'number' })]),
) as Record<(typeof integerSlots)[number], ReturnType<typeof integerSlot>>;
const numberSlotColumns = Object.fromEntries(
  numberSlots.map((s) => [s, doublePrecision(s)]),
) as Record<(typeof numberSlots)[number], ReturnType<typeof doublePrecision>>;
const timeSlotColumns = Object.fromEntries(timeSlots.map((s) => [s, instant(s)])) as Record<
  (typeof timeSlots)[number],
  ReturnType<typeof instant>
>;

function integerSlot(name: string) {
  return bigint(name, { mode: 'number' });
}

export const records = tenantTable(
  'records',
  {
    collectionId: uuid('collection_id').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    /** Lower-cased words of every text-like field, for the search box. */
    searchText: text('search_text').notNull().default(''),
    version: integer('version').notNull().default(1),
    /** Ids in `unique_keys` that this record claims while it is not in the trash. */
    uniqueKeys: uuid('unique_keys').array().notNull().default(sql`'{}'`),
    importId: uuid('import_id'),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    updatedBy: uuid('updated_by'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    deletedAt: instant('deleted_at'),
    ...textSlotColumns,
    ...integerSlotColumns,
    ...numberSlotColumns,
    ...timeSlotColumns,
  },
  (t) => [
    index('records_live').on(t.tenantId, t.collectionId, t.id).where(sql`deleted_at is null`),
    index('records_trashed').on(t.tenantId, t.deletedAt, t.id).where(sql`deleted_at is not null`),
    // Entries are told apart by tenant inside the keys: see db/sql/search.ts.
    index('records_words')
      .using('gin', sql`app.search_keys("tenant_id", "search_text")`)
      .where(sql`deleted_at is null`),
    index('records_made_by')
      .on(t.tenantId, t.collectionId, t.createdBy, t.id)
      .where(sql`deleted_at is null`),
    index('records_import').on(t.tenantId, t.importId).where(sql`import_id is not null`),
    ...[...textSlots, ...integerSlots, ...numberSlots, ...timeSlots].map((slot) =>
      index(`records_${slot}`)
        .on(t.tenantId, t.collectionId, t[slot], t.id)
        .where(sql.raw(`deleted_at is null and ${slot} is not null`)),
    ),
    foreignKey({
      name: 'records_collection_fk',
      columns: [t.tenantId, t.collectionId],
      foreignColumns: [collections.tenantId, collections.id],
    }).onDelete('cascade'),
  ],
);

export const importStates = [
  'draft',
  'checking',
  'queued',
  'running',
  'done',
  'failed',
  'cancelled',
  'reverting',
  'reverted',
] as const;

/** What becomes of rows: only new records, only changes of those that are there, or both. */
export const importModes = ['add', 'update', 'both'] as const;

/** Empty cells of a row that changes a record leave the value, or take it away. */
export const emptyCells = ['keep', 'clear'] as const;

/** How a stored file is read: text encoding, delimiter, and whether its first row names columns. */
export interface ImportFormat {
  kind: 'csv' | 'json' | 'xlsx';
  encoding: 'utf-8' | 'euc-kr' | 'windows-1252' | 'utf-16le' | 'utf-16be';
  delimiter: ',' | ';' | '\t' | '|';
  header: boolean;
  /** Of a workbook: the sheet that is read. */
  sheet?: string | undefined;
}

/** Where one column of a file goes: an existing field, a field to be made, or nowhere. */
export interface ImportColumn {
  name: string;
  target:
    | { kind: 'field'; fieldId: string }
    | { kind: 'new'; name: string; type: (typeof fieldTypes)[number] }
    | { kind: 'skip' };
}

export const imports = tenantTable(
  'imports',
  {
    /** Null until the collection that a file is to become has been made. */
    collectionId: uuid('collection_id'),
    fileId: uuid('file_id').notNull(),
    state: text('state', { enum: importStates }).notNull().default('draft'),
    /** Name of the collection to be made. */
    collectionName: text('collection_name'),
    format: jsonb('format').$type<ImportFormat>().notNull(),
    columns: jsonb('columns').$type<ImportColumn[]>().notNull(),
    mode: text('mode', { enum: importModes }).notNull().default('add'),
    /** Places of the columns by which rows find their records; none where every row is new. */
    keys: jsonb('keys').$type<number[]>().notNull().default([]),
    emptyCells: text('empty_cells', { enum: emptyCells }).notNull().default('keep'),
    rowsTotal: integer('rows_total').notNull().default(0),
    /** Rows dealt with and not refused: added, changed, the same and passed over. */
    rowsDone: integer('rows_done').notNull().default(0),
    rowsAdded: integer('rows_added').notNull().default(0),
    rowsChanged: integer('rows_changed').notNull().default(0),
    rowsSame: integer('rows_same').notNull().default(0),
    rowsSkipped: integer('rows_skipped').notNull().default(0),
    rowsFailed: integer('rows_failed').notNull().default(0),
    errors: jsonb('errors').$type<ImportError[]>().notNull().default([]),
    reasons: jsonb('reasons').$type<ImportReason[]>().notNull().default([]),
    message: text('message'),
    /** Under which requests records were written: what the change log knows them by. */
    requests: jsonb('requests').$type<string[]>().notNull().default([]),
    revert: jsonb('revert').$type<ImportRevert>(),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    checkedAt: instant('checked_at'),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    check('imports_rows', sql`rows_total >= 0 and rows_done >= 0 and rows_failed >= 0`),
    index('imports_collection').on(t.tenantId, t.collectionId, t.createdAt),
    foreignKey({
      name: 'imports_collection_fk',
      columns: [t.tenantId, t.collectionId],
      foreignColumns: [collections.tenantId, collections.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'imports_file_fk',
      columns: [t.tenantId, t.fileId],
      foreignColumns: [files.tenantId, files.id],
    }),
  ],
);

/** Why rows of a file were refused, some thousand rows at a time, in the order of the file. */
export const importRefusals = tenantTable(
  'import_refusals',
  {
    importId: uuid('import_id').notNull(),
    /** Rows of the file before these. */
    position: integer('position').notNull(),
    rows: jsonb('rows').$type<{ row: number; errors: Omit<ImportError, 'row'>[] }[]>().notNull(),
  },
  (t) => [
    unique('import_refusals_position').on(t.tenantId, t.importId, t.position),
    foreignKey({
      name: 'import_refusals_import_fk',
      columns: [t.tenantId, t.importId],
      foreignColumns: [imports.tenantId, imports.id],
    }).onDelete('cascade'),
  ],
);
