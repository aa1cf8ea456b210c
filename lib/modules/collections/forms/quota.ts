import { and, eq, gte, inArray, isNull, sql } from 'drizzle-orm';
import { files } from '@/db/schema/tenant/files';
import type { TenantDb } from '@/db/tenant';
import { AppError } from '@/lib/errors';
import type { GivenFile } from './files';

const mega = 1024 * 1024;
const dayMs = 24 * 3_600_000;

/** What guests may leave in one form: in a day, and in all that is still kept. */
const most = { dailyFiles: 1_000, dailyBytes: 500 * mega, bytes: 5_000 * mega };

/**
 * Throws `limit` at the fields of an answer's files when guests of this form sent as many as it takes.
 * What records hold no more, or only an answer under way would add, does not count.
 */
export async function refuseBeyondQuota(
  db: TenantDb,
  fieldIds: readonly string[],
  given: readonly GivenFile[],
): Promise<void> {
  if (given.length === 0) return;
  const [held] = await db
    .select({
      bytes: sum(sql`true`),
      dailyBytes: sum(gte(files.createdAt, new Date(Date.now() - dayMs))),
      dailyFiles: sql<number>`count(*) filter (where ${gte(files.createdAt, new Date(Date.now() - dayMs))})::int`,
    })
    .from(files)
    .where(
      and(
        inArray(files.fieldId, [...fieldIds]),
        eq(files.purpose, 'attachment'),
        eq(files.state, 'ready'),
        isNull(files.createdBy),
      ),
    );
  const bytes = given.reduce((total, { file }) => total + file.size, 0);
  if (!held) return;
  if (held.bytes + bytes > most.bytes) throw refusal(given, lasting);
  const full =
    held.dailyFiles + given.length > most.dailyFiles || held.dailyBytes + bytes > most.dailyBytes;
  if (full) throw refusal(given, passing);
}

const sum = (which: ReturnType<typeof gte>) =>
  sql<number>`coalesce(sum(${files.sizeBytes}) filter (where ${which}), 0)::float8`;

const passing =
  'This form has no room for more files today. Send your answers without files, or try again tomorrow.';
const lasting =
  'This form has no room for more files. Send your answers without files, or ask whoever gave you its address.';

/** Said at each field with files, so that nobody looks for what is wrong; what was typed stays. */
function refusal(given: readonly GivenFile[], message: string): AppError {
  const fields = Object.fromEntries(given.map(({ field }) => [`values.${field.key}`, message]));
  return new AppError('limit', message, { fields });
}
