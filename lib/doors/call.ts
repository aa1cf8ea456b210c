import type { Language } from '../language/languages';
import type { Caller } from './caller';
import type { RateState } from './rates/headers';

export type DoorKind = 'page' | 'action' | 'rest' | 'job' | 'cli';

/** One entry through a door. Host, caller and membership resolve once, however many procedures run. */
export interface DoorCall {
  door: DoorKind;
  /** UUID that joins logs, audit trail and change log. */
  requestId: string;
  /** Trusted address of the peer, if known. */
  address: string | null;
  /** User agent, shortened. */
  device: string;
  idempotencyKey: string | null;
  /** Of a job: its outbox row, recorded in the handler's transaction so that a repeat does nothing. */
  jobId?: string;
  /** Set by a verb whose file never changes under its address: parts of it may be asked for. */
  validator?: string;
  /** Set by the chain: how its caller stands to the limits it counted against. */
  rates?: readonly RateState[];
  caller(): Promise<Caller>;
  /** The language refusals are said in; English for jobs and the command line. */
  language?(): Promise<Language>;
}

/** Runs `load` at most once. */
export function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
