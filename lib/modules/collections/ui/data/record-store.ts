import type { RecordPage, RecordShape } from '../../records/shapes';
import { LinkNames } from '../types/link-names';
import { type ApiError, api } from './api';

const pageSize = 100;
const maxPages = 300;
const parallel = 2;

interface Span {
  start: number;
  end: number;
}

interface Snapshot {
  version: number;
  total: number;
  error: ApiError | null;
  loaded: boolean;
  /** How often everything was asked for again. */
  readings: number;
}

/**
 * The records of one view as the browser holds them: pages that arrive as they are looked at, with
 * edits shown before they are kept. One store lives as long as its view.
 */
export class RecordStore {
  readonly #collectionId: string;
  #query: string;
  #pages = new Map<number, RecordShape[]>();
  #wanted: readonly Span[] = [{ start: 0, end: pageSize }];
  #loading = new Set<number>();
  /** What the records' relations lead to is called. */
  readonly names = new LinkNames();
  #listeners = new Set<() => void>();
  #generation = 0;
  #snapshot: Snapshot = {
    version: 0,
    total: 0,
    error: null,
    loaded: false,
    readings: 0,
  };

  constructor(collectionId: string, query: string, first?: RecordPage) {
    this.#collectionId = collectionId;
    this.#query = query;
    if (!first) return;
    this.#pages.set(0, first.records);
    this.#snapshot = { ...this.#snapshot, total: first.total ?? 0, loaded: true };
    this.#learn(first.records);
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly snapshot = () => this.#snapshot;

  get(index: number): RecordShape | undefined {
    return this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  }

  find(id: string): RecordShape | undefined {
    for (const page of this.#pages.values()) {
      const found = page.find((record) => record.id === id);
      if (found) return found;
    }
    return undefined;
  }

  /** Place of a record in the view; undefined while its page is not here. */
  indexOf(id: string): number | undefined {
    for (const [number, page] of this.#pages) {
      const at = page.findIndex((record) => record.id === id);
      if (at >= 0) return number * pageSize + at;
    }
    return undefined;
  }

  /** Records that have arrived, page by page. */
  *loaded(): Generator<RecordShape> {
    for (const page of this.#pages.values()) yield* page;
  }

  /** Shows another view; what was loaded of the old one stays visible until the new one arrives. */
  show(query: string) {
    if (query === this.#query) return;
    this.#query = query;
    this.#wanted = [{ start: 0, end: pageSize }];
    this.reload();
  }

  /** Loads the records of these places, and no others meanwhile. */
  want(spans: readonly Span[]) {
    this.#wanted = spans;
    this.#fill();
  }

  /** Asks for everything again, without hiding what is shown. */
  reload() {
    this.#generation++;
    this.#loading.clear();
    const pages = pagesOf(this.#wanted);
    this.#stale = new Set(this.#pages.keys());
    for (const page of pages) void this.#load(page);
    this.#tell({ readings: this.#snapshot.readings + 1 });
  }
  #stale = new Set<number>();

  /** Puts a record in place of itself. */
  put(record: RecordShape) {
    this.#learn([record]);
    for (const [number, page] of this.#pages) {
      const at = page.findIndex(({ id }) => id === record.id);
      if (at < 0) continue;
      this.#pages.set(number, page.with(at, record));
      this.#tell();
      return;
    }
  }

  /** Adds a record at the end, where it stays until the view is read again. */
  append(record: RecordShape) {
    this.#learn([record]);
    const { total } = this.#snapshot;
    const number = Math.floor(total / pageSize);
    const page = this.#pages.get(number) ?? [];
    if (page.length === total % pageSize) this.#pages.set(number, [...page, record]);
    this.#tell({ total: total + 1 });
  }

  #fill() {
    for (const page of pagesOf(this.#wanted)) {
      const known = this.#pages.has(page) && !this.#stale.has(page);
      if (known || this.#loading.has(page)) continue;
      if (this.#loading.size >= parallel) return;
      void this.#load(page);
    }
  }

  async #load(page: number) {
    const generation = this.#generation;
    this.#loading.add(page);
    const query = new URLSearchParams(this.#query);
    query.set('limit', String(pageSize));
    query.set('offset', String(page * pageSize));
    const path = `/collections/${this.#collectionId}/records?${query}`;
    const answer = await api<RecordPage>('GET', path);
    if (generation !== this.#generation) return;
    this.#loading.delete(page);
    if (!answer.ok) {
      this.#tell({ error: answer.error });
      return;
    }
    this.#keep(page, answer.data);
    this.#fill();
  }

  #keep(number: number, { records, total }: RecordPage) {
    // The first page of a new reading ends what the old one showed beyond it.
    for (const old of this.#stale) if (old !== number && !this.#near(old)) this.#pages.delete(old);
    this.#stale.delete(number);
    this.#pages.set(number, records);
    this.#learn(records);
    if (this.#pages.size > maxPages) {
      const [first] = this.#pages.keys();
      if (first !== undefined && first !== number) this.#pages.delete(first);
    }
    this.#tell({ total: total ?? this.#snapshot.total, error: null, loaded: true });
  }

  #learn(records: readonly RecordShape[]) {
    for (const { links } of records) this.names.learn(links);
  }

  #near(page: number) {
    return pagesOf(this.#wanted).includes(page);
  }

  #tell(change: Partial<Snapshot> = {}) {
    this.#snapshot = { ...this.#snapshot, ...change, version: this.#snapshot.version + 1 };
    for (const listener of this.#listeners) listener();
  }
}

function pagesOf(spans: readonly Span[]): number[] {
  const pages = spans.flatMap(({ start, end }) => {
    const first = Math.floor(start / pageSize);
    const last = Math.floor(Math.max(start, end - 1) / pageSize);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return [...new Set(pages)];
}
