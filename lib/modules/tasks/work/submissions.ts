import { and, desc, eq, inArray } from 'drizzle-orm';
import { files } from '@/db/schema/tenant/files';
import { people } from '@/db/schema/tenant/people';
import { taskSubmissions } from '@/db/schema/tenant/tasks';
import type { TenantDb } from '@/db/tenant';
import type { Submission } from '../shapes';
import { isPast } from '../standing';
import { taskFiles } from './files';

/** Attempts that are shown of one person. */
const most = 50;

/** What somebody handed in for a task, the latest first. */
export async function submissionsOf(
  db: TenantDb,
  { taskId, userId, dueAt }: { taskId: string; userId: string; dueAt: Date | null },
): Promise<Submission[]> {
  const rows = await db
    .select({
      id: taskSubmissions.id,
      attempt: taskSubmissions.attempt,
      body: taskSubmissions.body,
      handedInAt: taskSubmissions.handedInAt,
      verdict: taskSubmissions.verdict,
      feedback: taskSubmissions.feedback,
      reviewedById: taskSubmissions.reviewedBy,
      reviewedByName: people.name,
      reviewedAt: taskSubmissions.reviewedAt,
    })
    .from(taskSubmissions)
    .leftJoin(people, eq(people.id, taskSubmissions.reviewedBy))
    .where(and(eq(taskSubmissions.taskId, taskId), eq(taskSubmissions.userId, userId)))
    .orderBy(desc(taskSubmissions.attempt))
    .limit(most);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const held = await db
    .select({
      id: files.id,
      name: files.name,
      mediaType: files.mediaType,
      sizeBytes: files.sizeBytes,
      submissionId: files.recordId,
    })
    .from(files)
    .where(and(inArray(files.recordId, ids), eq(files.purpose, taskFiles.purpose)))
    .orderBy(files.id);
  return rows.map(({ id, reviewedById, reviewedByName, ...row }) => ({
    ...row,
    late: isPast(dueAt, row.handedInAt),
    reviewedBy: reviewedById && reviewedByName ? { id: reviewedById, name: reviewedByName } : null,
    files: held
      .filter(({ submissionId }) => submissionId === id)
      .map(({ submissionId: _, ...file }) => file),
  }));
}
