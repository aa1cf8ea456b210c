import { inArray } from 'drizzle-orm';
import { people } from '@/db/schema/tenant/people';
import { auditEvents, changeLog } from '@/db/schema/tenant/plumbing';
import type { TenantDb } from '@/db/tenant';
import { decodeCursor, encodeCursor, olderThan } from '@/lib/audit/keyset';
import { sameValue } from '@/lib/fields/value';
import type { ReadingCtx } from '../context';
import { loadCollection } from '../load';
import { withLinked } from '../records/linked';
import { getRecord } from '../records/update';
import { knownIn } from '../values/known';
import { valueIn } from '../values/show';
import {
  type Document,
  entriesOf,
  everyField,
  type LogEntry,
  type PastField,
  seenOf,
} from './entries';
import type { HistoryEntry, HistoryInput, HistoryPage } from './shapes';
import { type Names, pastWords } from './words';

/**
 * What happened to a record, the newest first: a reading of the change log, with who did it from the
 * audit trail. Throws `not_found`, and `invalid` for a cursor that is none.
 */
export async function listHistory(
  ctx: ReadingCtx,
  { collectionId, recordId, limit, cursor }: HistoryInput,
): Promise<HistoryPage> {
  const after = cursor === undefined ? undefined : olderThan(changeLog, decodeCursor(cursor));
  const { db } = ctx;
  const { access } = await loadCollection(ctx, collectionId);
  await getRecord(ctx, { collectionId, recordId });
  const [fields, found] = await db.batch([
    everyField(db, collectionId),
    entriesOf(db, recordId, after, limit + 1),
  ]);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const past = seenOf(fields as PastField[], access);
  const documents = shown.flatMap(({ before, after }) => [before ?? {}, after ?? {}]);
  const names = await namesIn(ctx, past, documents);
  const authors = await authorsOf(db, shown);
  return {
    entries: shown
      .map((entry) => present(entry, { fields: past, names, authors }))
      .filter(
        ({ kind, changes }) => access.limits.size === 0 || kind !== 'changed' || changes.length > 0,
      ),
    nextCursor:
      found.length > limit && last ? encodeCursor({ at: last.exactly, id: last.id }) : null,
  };
}

async function namesIn(
  ctx: ReadingCtx,
  fields: readonly PastField[],
  documents: readonly Document[],
): Promise<Names> {
  const relations = fields.filter(({ type }) => type === 'relation');
  const known = await knownIn(
    ctx,
    fields.filter((field) => !relations.includes(field)),
    documents,
  );
  const rows = documents.map((data) => ({ data }));
  const linked = await withLinked(ctx, relations, rows);
  return { known, links: Object.assign({}, ...linked.map(({ links }) => links)) };
}

interface Author {
  id: string | null;
  name: string;
  procedure: string | null;
}

interface Authors {
  byRequest: ReadonlyMap<string, Author>;
  byId: ReadonlyMap<string, string>;
}

async function authorsOf(db: TenantDb, entries: readonly LogEntry[]): Promise<Authors> {
  const requests = distinct(entries.map(({ requestId }) => requestId));
  const ids = distinct(entries.flatMap(({ actorId, author }) => [actorId, author]));
  const [audited, known] = await db.batch([
    db
      .select({
        requestId: auditEvents.requestId,
        id: auditEvents.actorId,
        name: auditEvents.actorName,
        procedure: auditEvents.procedure,
      })
      .from(auditEvents)
      .where(inArray(auditEvents.requestId, requests)),
    db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids)),
  ]);
  const byRequest = new Map(
    audited.map(({ requestId, name, ...rest }) => [
      requestId,
      { ...rest, name: name ?? 'Somebody' },
    ]),
  );
  return { byRequest, byId: new Map(known.map(({ id, name }) => [id, name])) };
}

const distinct = (values: readonly (string | null)[]) => [
  ...new Set(values.filter((one): one is string => typeof one === 'string')),
];

interface Naming {
  fields: readonly PastField[];
  names: Names;
  authors: Authors;
}

function present(entry: LogEntry, { fields, names, authors }: Naming): HistoryEntry {
  const audited = authors.byRequest.get(entry.requestId ?? '');
  const id = audited?.id ?? entry.actorId ?? entry.author;
  const name = audited?.name ?? authors.byId.get(id ?? '');
  return {
    id: entry.id,
    at: entry.at,
    kind: kindOf(entry),
    by: name ? { id, name } : null,
    procedure: audited?.procedure ?? null,
    imported: entry.operation === 'insert' && entry.importId !== null,
    changes: changesOf(entry, fields, names),
  };
}

function kindOf({ operation, after, trashed, untrashed }: LogEntry): HistoryEntry['kind'] {
  if (operation === 'insert') return 'created';
  if (trashed) return 'deleted';
  return untrashed && !after ? 'restored' : 'changed';
}

function changesOf(
  { before, after }: LogEntry,
  fields: readonly PastField[],
  names: Names,
): HistoryEntry['changes'] {
  return fields.flatMap((field) => {
    const [was, is] = [valueIn(before ?? {}, field.key), valueIn(after ?? {}, field.key)];
    if (sameValue(was, is)) return [];
    const { key, name, type, deletedAt } = field;
    const texts = { before: pastWords(field, was, names), after: pastWords(field, is, names) };
    return [{ key, name, type, gone: deletedAt !== null, value: was, next: is, ...texts }];
  });
}
