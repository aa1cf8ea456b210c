import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError } from '@/lib/errors';
import { fileStore } from '@/lib/files/file-store';
import type { ReadingCtx } from '../context';
import { type LoadedCollection, loadCollection } from '../load';
import { recordQuery } from '../records/list';
import { maxSheetRows } from '../spreadsheets/write';
import { fieldNamed } from '../view/filters';
import type { Position } from '../view/keyset';
import { pageAfter } from '../view/page';
import type { RecordQuery } from '../view/record-query';
import type { View } from '../view/state';
import { namedBatches } from './named-batches';
import { type Seen, seenIn } from './seen';
import { writers } from './writers';

const batchRows = 2_000;

/** A call, or a job with the reader whose rules count. */
type ExportingCtx = TenantCtx & Pick<ReadingCtx, 'reader'>;

export interface ExportRequest extends View {
  collectionId: string;
  fields?: string[] | undefined;
  format: keyof typeof writers;
}

/** A file of records, to be read once while the moment that it shows is held. */
export interface RecordsFile {
  name: string;
  mediaType: string;
  bytes: AsyncIterable<Uint8Array | string>;
  /** Records written so far. */
  rows(): number;
  /** How far the reader sees at that moment. */
  seen: Seen[];
}

/**
 * The records of a view as a file, with exactly its filters, order and columns, all of it of one
 * moment. Cells that a spreadsheet would run as formulas are made plain.
 */
export const downloadRecords = (ctx: TenantCtx, request: ExportRequest): Promise<File> =>
  withRecordsFile(ctx, request, async ({ name, mediaType, bytes }) => {
    const blob = await fileStore().scratch(mediaType, bytes);
    return new File([blob], name, { type: mediaType });
  });

/** Hands over the file of a view; it is written as it is read. Throws as lists do. */
export const withRecordsFile = <T>(
  ctx: ExportingCtx,
  request: ExportRequest,
  keep: (file: RecordsFile) => Promise<T>,
): Promise<T> =>
  ctx.db.transaction(
    async (db) => {
      const source = { ...ctx, db };
      const collection = await loadCollection(source, request.collectionId);
      const seen = await seenIn(source, collection);
      return await keep({ ...fileOf(source, collection, request), seen });
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );

function fileOf(
  source: ExportingCtx,
  collection: LoadedCollection,
  { fields: keys, format, ...view }: ExportRequest,
): Omit<RecordsFile, 'seen'> {
  const { name, fields } = collection;
  const columns = keys
    ? keys.map((key, index) => fieldNamed(fields, key, `fields.${index}`))
    : fields;
  const { mediaType, write } = writers[format];
  const plain = name.replace(/[\\/:*?"<>|\p{C}]/gu, ' ').trim() || 'records';
  let rows = 0;
  const most = format === 'xlsx' ? maxSheetRows : Number.POSITIVE_INFINITY;
  const documents = counted(
    documentsOf(source.db, recordQuery(view, collection), most),
    (count) => {
      rows += count;
    },
  );
  const batches = namedBatches(source, { fields, columns }, documents);
  const bytes = write({ name, columns, batches });
  return { name: `${plain}.${format}`, mediaType, bytes, rows: () => rows };
}

async function* counted<T>(batches: AsyncIterable<T[]>, count: (rows: number) => void) {
  for await (const batch of batches) {
    count(batch.length);
    yield batch;
  }
}

/** The documents of a query in its order. Throws `limit` beyond `most`. */
async function* documentsOf(db: TenantDb, query: RecordQuery, most: number) {
  let after: Position | undefined;
  let count = 0;
  for (;;) {
    const { rows } = await pageAfter(db, query, { limit: batchRows, after, total: false });
    count += rows.length;
    if (count > most) {
      throw new AppError('limit', 'A sheet holds about a million rows. Export as CSV instead.');
    }
    if (rows.length > 0) yield rows.map(({ data }) => data);
    after = rows.at(-1)?.position;
    if (rows.length < batchRows) return;
  }
}
