import type { Operation } from '@/db/operations/queue';

/** A hold on one piece of work while its handler runs. */
export interface Run {
  /** Aborted when the work was cancelled, taken over, or the process ends. */
  signal: AbortSignal;
  /** Keeps where the work stands, for the reader and for whoever goes on after a crash. */
  note(progress: Record<string, unknown>): Promise<void>;
}

/**
 * Does one kind of work; called again from the start after a crash, with the progress noted so far.
 * Answers what the reader may know of the outcome. Throws `AppError` for what trying again cannot
 * mend; anything else is tried again a few times.
 */
export type Handler = (operation: Operation, run: Run) => Promise<Record<string, unknown>>;

/** Handlers by the kind of work. */
export type Handlers = Readonly<Record<string, Handler>>;

/** What a handler throws when its work was taken back by those who asked for it. */
export class Cancelled extends Error {}
