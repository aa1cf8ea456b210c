import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { type OpeningStep, openingSteps, openings, operations } from '@/db/schema/control';
import { notFound } from '../../errors';
import type { OpeningFacts } from './shapes';

/** How an opening goes, as those in scope may know it. Throws `not_found`. */
export async function readOpening(
  db: ControlDb,
  tenantId: string,
): Promise<z.input<typeof OpeningFacts>> {
  const [row] = await db
    .select(columns)
    .from(openings)
    .innerJoin(
      operations,
      and(eq(operations.tenantId, openings.tenantId), eq(operations.id, openings.id)),
    )
    .where(eq(openings.tenantId, tenantId));
  if (!row) throw notFound('This workspace');
  const { progress, now, slug, name, tier, askedBy, attempts, createdAt } = row;
  const state = stateOf(row);
  const over = row.openedAt ?? row.endedAt;
  return {
    ...{ tenantId, slug, name, tier, askedBy, attempts, createdAt, state },
    steps: stepsOf(row, state),
    error: state === 'open' || state === 'given_up' ? null : row.error,
    slugLost: state === 'failed' && progress.slugLost === true,
    nextTryAt: state === 'retrying' ? row.availableAt : null,
    seconds: secondsBetween(createdAt, over ?? now),
  };
}

const columns = {
  slug: openings.slug,
  name: openings.name,
  tier: openings.tier,
  askedBy: openings.askedByName,
  progress: openings.progress,
  createdAt: openings.createdAt,
  giveUpAskedAt: openings.giveUpAskedAt,
  retryAskedAt: openings.retryAskedAt,
  openedAt: openings.openedAt,
  endedAt: openings.endedAt,
  operation: operations.state,
  error: operations.error,
  attempts: operations.attempts,
  availableAt: operations.availableAt,
  now: sql<Date>`now()`.mapWith(openings.createdAt),
};

interface Row {
  progress: { steps: Partial<Record<(typeof openingSteps)[number], OpeningStep>> };
  giveUpAskedAt: Date | null;
  retryAskedAt: Date | null;
  openedAt: Date | null;
  endedAt: Date | null;
  operation: string;
  availableAt: Date;
  now: Date;
}

type State = OpeningFacts['state'];

function stateOf(row: Row): State {
  if (row.openedAt) return 'open';
  if (row.endedAt) return 'given_up';
  if (row.giveUpAskedAt) return 'leaving';
  if (row.retryAskedAt || row.operation === 'queued') return 'waiting';
  if (row.operation !== 'running') return 'failed';
  return row.availableAt > row.now ? 'retrying' : 'working';
}

function stepsOf({ progress, now, endedAt }: Row, state: State) {
  const stopped = state === 'failed' || state === 'retrying';
  return openingSteps.map((key) => {
    const step = progress.steps[key];
    const open = step && !step.endedAt;
    const until = step?.endedAt ? new Date(step.endedAt) : (endedAt ?? now);
    return {
      key,
      state: mark(step, { stopped, over: state === 'given_up' }),
      note: step?.note ?? null,
      seconds: step && !(open && stopped) ? secondsBetween(new Date(step.begunAt), until) : null,
    };
  });
}

function mark(
  step: OpeningStep | undefined,
  { stopped, over }: { stopped: boolean; over: boolean },
) {
  if (step?.endedAt) return 'done' as const;
  if (!step || over) return 'next' as const;
  return stopped ? ('failed' as const) : ('now' as const);
}

const secondsBetween = (from: Date, until: Date) =>
  Math.max(0, Math.round((until.getTime() - from.getTime()) / 100) / 10);
