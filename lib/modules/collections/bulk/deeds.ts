import { and, asc, eq, sql } from 'drizzle-orm';
import { changeLog } from '@/db/schema/tenant/plumbing';
import type { TenantCtx } from '@/lib/doors/ctx';
import { type Document, tells } from '../history/entries';

/** What one request did to one record, from its first entry in the change log to its last. */
export interface Deed {
  made: boolean;
  before: Document | null;
  after: Document | null;
  /** Whether the record was in the trash before and after; null where the request left that alone. */
  wasTrashed: boolean | null;
  isTrashed: boolean | null;
}

/** What a request of this person did to records, by their ids. */
export async function deedsOf(
  { db, actor }: TenantCtx,
  requestId: string,
): Promise<Map<string, Deed>> {
  const entries = await db
    .select({
      rowId: changeLog.rowId,
      made: sql<boolean>`${changeLog.operation} = 'insert'`,
      before: sql<Document | null>`${changeLog.before} -> 'data'`,
      after: sql<Document | null>`${changeLog.after} -> 'data'`,
      moved: sql<boolean>`${changeLog.before} -> 'deleted_at' is not null`,
      wasTrashed: sql<boolean>`${changeLog.before} ->> 'deleted_at' is not null`,
      isTrashed: sql<boolean>`${changeLog.after} ->> 'deleted_at' is not null`,
    })
    .from(changeLog)
    .where(
      and(
        eq(changeLog.requestId, requestId),
        actor.id ? eq(changeLog.actorId, actor.id) : sql`false`,
        tells,
      ),
    )
    .orderBy(asc(changeLog.at), asc(changeLog.id));
  const deeds = new Map<string, Deed>();
  for (const { rowId, made, moved, ...entry } of entries) {
    const known = deeds.get(rowId);
    deeds.set(rowId, {
      made: known?.made ?? made,
      before: known?.before ?? entry.before,
      after: entry.after ?? known?.after ?? null,
      wasTrashed: known?.wasTrashed ?? (moved ? entry.wasTrashed : null),
      isTrashed: moved ? entry.isTrashed : (known?.isTrashed ?? null),
    });
  }
  return deeds;
}
