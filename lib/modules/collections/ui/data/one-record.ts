import type { RecordShape } from '../../records/shapes';
import { LinkNames } from '../types/link-names';
import { api } from './api';
import type { RecordSource } from './record-edits';

/** A single record as its page holds it. */
export class OneRecord implements RecordSource {
  readonly #collectionId: string;
  #record: RecordShape;
  /** What the record's relations lead to is called. */
  readonly names = new LinkNames();
  readonly #onChanged: (() => void) | undefined;
  #listeners = new Set<() => void>();

  /** `onChanged` hears of each new version, even when nothing shows the record any more. */
  constructor(collectionId: string, record: RecordShape, onChanged?: () => void) {
    this.#collectionId = collectionId;
    this.#record = record;
    this.#onChanged = onChanged;
    this.names.learn(record.links);
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly snapshot = () => this.#record;

  find(id: string) {
    return id === this.#record.id ? this.#record : undefined;
  }

  put(record: RecordShape) {
    if (record.id !== this.#record.id) return;
    const isNew = record.version !== this.#record.version;
    this.#record = record;
    this.names.learn(record.links);
    for (const listener of this.#listeners) listener();
    if (isNew) this.#onChanged?.();
  }

  async reload() {
    const path = `/collections/${this.#collectionId}/records/${this.#record.id}`;
    const answer = await api<RecordShape>('GET', path);
    if (answer.ok) this.put(answer.data);
  }
}
