import type { RecordShape } from '../../records/shapes';
import { sameValue } from '../../values/value';
import { type ApiAnswer, api } from './api';
import type { RecordStore } from './record-store';

interface Edit {
  recordId: string;
  key: string;
  before: unknown;
  after: unknown;
}

const maxUndo = 100;

/** Keeps edits of cells: shown at once, taken back when refused, undone one by one. */
export class RecordEdits {
  readonly #collectionId: string;
  readonly #store: RecordStore;
  #done: Edit[] = [];
  /** Edits of one record wait for each other, so that each knows what the one before left. */
  #queues = new Map<string, Promise<unknown>>();
  /** Settles when every edit made so far is kept or refused. */
  #settled: Promise<unknown> = Promise.resolve();

  constructor(collectionId: string, store: RecordStore) {
    this.#collectionId = collectionId;
    this.#store = store;
  }

  /** Answers why it was refused, or nothing. */
  commit(recordId: string, key: string, value: unknown): Promise<string | undefined> {
    const kept = this.#commit(recordId, key, value);
    this.#settled = Promise.allSettled([this.#settled, kept]);
    return kept;
  }

  /** Takes the last edit back, once it is known whether it was kept. Answers why not, or nothing. */
  async undo(): Promise<string | undefined> {
    await this.#settled;
    const last = this.#done.pop();
    if (!last) return undefined;
    const change = { before: last.after, after: last.before };
    return await this.#save(last.recordId, last.key, change);
  }

  async #commit(recordId: string, key: string, value: unknown): Promise<string | undefined> {
    const before = this.#store.find(recordId)?.data[key] ?? null;
    const error = await this.#save(recordId, key, { before, after: value });
    if (error === undefined) {
      const after = this.#store.find(recordId)?.data[key] ?? null;
      if (!sameValue(after, before)) this.#done.push({ recordId, key, before, after });
      if (this.#done.length > maxUndo) this.#done.shift();
    }
    return error;
  }

  async #save(recordId: string, key: string, change: { before: unknown; after: unknown }) {
    this.#show(recordId, key, change.after);
    const waiting = this.#queues.get(recordId) ?? Promise.resolve();
    const sent = waiting.then(() =>
      api<RecordShape>('PATCH', `/collections/${this.#collectionId}/records/${recordId}`, {
        changes: { [key]: change.after },
        base: { [key]: change.before },
      }),
    );
    this.#queues.set(recordId, sent);
    const answer = await sent;
    if (this.#queues.get(recordId) === sent) this.#queues.delete(recordId);
    return this.#settle(answer, { recordId, key, before: change.before });
  }

  #settle(
    answer: ApiAnswer<RecordShape>,
    { recordId, key, before }: { recordId: string; key: string; before: unknown },
  ): string | undefined {
    if (answer.ok) {
      this.#take(answer.data);
      return undefined;
    }
    const { current, message, fields } = answer.error;
    if (current) this.#take(current as RecordShape);
    else this.#show(recordId, key, before);
    return current ? message : (fields[`changes.${key}`] ?? message);
  }

  // A record that has edits under way keeps showing them; the last answer brings the whole.
  #take(record: RecordShape) {
    if (!this.#queues.has(record.id)) this.#store.put(record);
  }

  #show(recordId: string, key: string, value: unknown) {
    const record = this.#store.find(recordId);
    if (!record) return;
    this.#store.put({ ...record, data: { ...record.data, [key]: value as string | null } });
  }
}
