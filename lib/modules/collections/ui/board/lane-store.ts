import type { RecordPage, RecordShape } from '../../records/shapes';
import { type ApiError, api } from '../data/api';
import type { LinkNames } from '../types/link-names';

const mostAtOnce = 500;

interface LaneOptions {
  /** Records that are read at a time. */
  pageSize: number;
  /** Told what the records that relations lead to are called. */
  names: LinkNames;
  /** Whether lists say how many records they have in all. */
  counts?: boolean;
}

export interface LaneRecords {
  records: readonly RecordShape[];
  /** Exact number of them all; null where it is not asked for or not known yet. */
  total: number | null;
  loading: boolean;
  done: boolean;
  error: ApiError | null;
}

interface Held extends LaneRecords {
  query: string;
  cursor: string | null;
  generation: number;
}

const nothing: LaneRecords = { records: [], total: null, loading: true, done: false, error: null };

/** The records of several lists of one collection, each read on as it is scrolled. */
export class LaneStore {
  readonly #collectionId: string;
  readonly #options: LaneOptions;
  #lanes = new Map<string, Held>();
  #listeners = new Set<() => void>();

  constructor(collectionId: string, options: LaneOptions) {
    this.#collectionId = collectionId;
    this.#options = options;
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** The same object until something of the lane changed. */
  lane(id: string): LaneRecords {
    return this.#lanes.get(id) ?? nothing;
  }

  /** Shows a lane by another query; what was there stays until the answer has come. */
  show(id: string, query: string) {
    const held = this.#lanes.get(id);
    if (held?.query === query) return;
    this.#put(id, { ...(held ?? blank), query });
    void this.#read(id, this.#options.pageSize);
  }

  /** Reads the next records of a lane, if there are more. */
  more(id: string) {
    const held = this.#lanes.get(id);
    if (!held || held.loading || held.done || held.error) return;
    void this.#read(id, this.#options.pageSize, held.cursor);
  }

  /** Reads lanes again, as far as they were read. */
  refresh(ids: Iterable<string> = this.#lanes.keys()) {
    for (const id of ids) {
      const known = this.#lanes.get(id)?.records.length ?? 0;
      void this.#read(id, Math.min(mostAtOnce, Math.max(this.#options.pageSize, known)));
    }
  }

  find(recordId: string): { record: RecordShape; laneId: string } | undefined {
    for (const [laneId, { records }] of this.#lanes) {
      const record = records.find(({ id }) => id === recordId);
      if (record) return { record, laneId };
    }
    return undefined;
  }

  /**
   * Shows a record in a lane, where it stood or at the top, and nowhere else. What the lanes concerned were asked
   * before no longer counts, so whoever places a record refreshes them afterwards.
   */
  place(record: RecordShape, laneId: string) {
    for (const [id, held] of this.#lanes) {
      const others = held.records.filter((one) => one.id !== record.id);
      if (id !== laneId && others.length === held.records.length) continue;
      const records = id === laneId ? withRecord(held.records, record) : others;
      this.#put(id, { ...held, records, generation: held.generation + 1 });
    }
    this.#tell();
  }

  async #read(id: string, limit: number, cursor: string | null = null) {
    const held = this.#lanes.get(id);
    if (!held) return;
    const generation = held.generation + 1;
    this.#put(id, { ...held, generation, loading: true, error: null });
    const query = new URLSearchParams(held.query);
    query.set('limit', String(limit));
    query.set('total', String(Boolean(this.#options.counts && !cursor)));
    if (cursor) query.set('cursor', cursor);
    const path = `/collections/${this.#collectionId}/records?${query}`;
    const answer = await api<RecordPage>('GET', path);
    const now = this.#lanes.get(id);
    if (!now || now.generation !== generation) return;
    if (answer.ok) {
      const { records, nextCursor, total } = answer.data;
      for (const { links } of records) this.#options.names.learn(links);
      const before = cursor ? now.records.filter(({ id: one }) => !has(records, one)) : [];
      this.#put(id, {
        ...now,
        records: [...before, ...records],
        total: cursor ? now.total : total,
        cursor: nextCursor,
        done: nextCursor === null,
        loading: false,
      });
    } else this.#put(id, { ...now, loading: false, error: answer.error });
    this.#tell();
  }

  #put(id: string, held: Held) {
    this.#lanes.set(id, held);
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}

const blank: Held = { ...nothing, query: '', cursor: null, generation: 0 };

const withRecord = (records: readonly RecordShape[], record: RecordShape) =>
  has(records, record.id)
    ? records.map((one) => (one.id === record.id ? record : one))
    : [record, ...records];

const has = (records: readonly RecordShape[], id: string) =>
  records.some((record) => record.id === id);
