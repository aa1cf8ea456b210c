import { sameValue } from '@/lib/fields/value';
import type { ChangesResult } from '../../bulk/shapes';
import type { RecordShape } from '../../records/shapes';
import { type ApiAnswer, api } from './api';
import { line, type UnsavedValue } from './line';
import { RequestAct } from './request-act';
import { type Act, UndoStack } from './undo-stack';

/** Where records are shown from. */
export interface RecordSource {
  find(id: string): RecordShape | undefined;
  put(record: RecordShape): void;
  reload(): void;
}

export interface NewValue {
  recordId: string;
  key: string;
  value: unknown;
  /** What the person saw when they began, where that may differ from what is shown by now. */
  base?: unknown;
}

/** Why values were refused, by `recordId:key`. */
export type Refusals = Record<string, string>;

type Edit = Omit<UnsavedValue, 'collectionId'>;

const recordsAtOnce = 500;

/** Keeps edits: shown at once, taken back when refused, sent again while the line is down, undone. */
export class RecordEdits {
  readonly stack: UndoStack;
  readonly #collectionId: string;
  readonly #source: RecordSource;
  /** Edits of one record wait for each other, so that each knows what the one before left. */
  #queues = new Map<string, Promise<unknown>>();
  #open: { recordId: string; key: string; base: unknown } | null = null;

  /** `stack` when these edits are steps among those of a page around them. */
  constructor(collectionId: string, source: RecordSource, stack = new UndoStack()) {
    this.#collectionId = collectionId;
    this.#source = source;
    this.stack = stack;
  }

  /** Says which value a person is writing; what others do to it meanwhile is then no overwriting. */
  begin(cell: { recordId: string; key: string } | null) {
    this.#open = cell && { ...cell, base: this.#held(cell.recordId, cell.key) };
  }

  get isWriting() {
    return this.#open !== null;
  }

  /** True while an edit of this record is on its way. */
  isBusy(recordId: string) {
    return this.#queues.has(recordId);
  }

  /** Keeps one value. Answers why it was refused, or nothing. */
  async commit(value: NewValue): Promise<string | undefined> {
    return (await this.commitMany([value])).refused[`${value.recordId}:${value.key}`];
  }

  /** Keeps values as one step. Answers why some were refused, and the act when anything changed. */
  async commitMany(values: readonly NewValue[]): Promise<{ refused: Refusals; act: Act | null }> {
    const edits = values.map(({ recordId, key, value, ...rest }) => {
      const open = this.#open?.recordId === recordId && this.#open.key === key ? this.#open : rest;
      const base = 'base' in open ? open.base : this.#held(recordId, key);
      return { recordId, key, before: base ?? null, after: value };
    });
    const kept = this.#keep(edits);
    this.stack.await(kept);
    return await kept;
  }

  /** Takes note of something the server did in one request, so that it can be taken back. */
  did(requestId: string): Act {
    const act = new RequestAct(this.#collectionId, requestId, () => this.#source.reload());
    this.stack.push(act);
    return act;
  }

  /** Sends what an earlier page could not. */
  resume(values: readonly UnsavedValue[]) {
    return this.#save(values);
  }

  async #keep(edits: readonly Edit[]) {
    const { refused, kept } = await this.#save(edits);
    const act = kept.length > 0 ? this.#actOf(kept) : null;
    if (act) this.stack.push(act);
    return { refused, act };
  }

  #actOf(edits: readonly Edit[]): Act {
    return {
      undo: async () => {
        const back = edits.map((edit) => ({ ...edit, before: edit.after, after: edit.before }));
        const { refused, kept } = await this.#save(back);
        const [why] = Object.values(refused);
        return why !== undefined && kept.length === 0 ? { error: why } : this.#actOf(kept);
      },
    };
  }

  async #save(edits: readonly Edit[]): Promise<{ refused: Refusals; kept: Edit[] }> {
    for (const { recordId, key, after } of edits) this.#show(recordId, key, after);
    const byRecord = byRecordId(edits);
    const records = [...byRecord.keys()];
    const refused: Refusals = {};
    for (let at = 0; at < records.length; at += recordsAtOnce) {
      const ids = records.slice(at, at + recordsAtOnce);
      Object.assign(refused, await this.#inTurn(ids, byRecord));
    }
    const kept = edits
      .filter(({ recordId, key }) => refused[`${recordId}:${key}`] === undefined)
      .map((edit) => ({ ...edit, after: this.#held(edit.recordId, edit.key) ?? edit.after }))
      .filter(({ before, after }) => !sameValue(before, after));
    return { refused, kept };
  }

  async #inTurn(ids: readonly string[], byRecord: Map<string, Edit[]>): Promise<Refusals> {
    const edits = ids.flatMap((id) => byRecord.get(id) ?? []);
    const waiting = Promise.allSettled(ids.map((id) => this.#queues.get(id)));
    const sent = waiting.then(() =>
      edits.length === 1 ? this.#one(edits) : this.#many(ids, byRecord),
    );
    for (const id of ids) this.#queues.set(id, sent);
    const { records, refused } = await sent;
    for (const id of ids) if (this.#queues.get(id) === sent) this.#queues.delete(id);
    for (const record of records) this.#take(record);
    const known = new Set(records.map(({ id }) => id));
    for (const { recordId, key, before } of edits) {
      if (refused[`${recordId}:${key}`] !== undefined && !known.has(recordId)) {
        this.#show(recordId, key, before);
      }
    }
    return refused;
  }

  async #one(edits: readonly Edit[]): Promise<Outcome> {
    const [{ recordId, key, before, after }] = edits as [Edit];
    const path = `/collections/${this.#collectionId}/records/${recordId}`;
    const body = { changes: { [key]: after }, base: { [key]: before } };
    const answer = await this.#send(edits, () => api<RecordShape>('PATCH', path, body));
    if (answer.ok) return { records: [answer.data], refused: {} };
    const { current, message, fields } = answer.error;
    const why = current ? message : (fields[`changes.${key}`] ?? message);
    return {
      records: current ? [current as RecordShape] : [],
      refused: { [`${recordId}:${key}`]: why },
    };
  }

  async #many(ids: readonly string[], byRecord: Map<string, Edit[]>): Promise<Outcome> {
    const edits = ids.flatMap((id) => byRecord.get(id) ?? []);
    const records = ids.map((recordId) => {
      const own = byRecord.get(recordId) ?? [];
      return {
        recordId,
        changes: Object.fromEntries(own.map(({ key, after }) => [key, after])),
        base: Object.fromEntries(own.map(({ key, before }) => [key, before])),
      };
    });
    const path = `/collections/${this.#collectionId}/records/changes`;
    const answer = await this.#send(edits, () => api<ChangesResult>('POST', path, { records }));
    if (!answer.ok) {
      const all = edits.map(({ recordId, key }) => [`${recordId}:${key}`, answer.error.message]);
      return { records: [], refused: Object.fromEntries(all) };
    }
    const refused = answer.data.refused.map((one) => [`${one.recordId}:${one.key}`, one.message]);
    return { records: answer.data.records, refused: Object.fromEntries(refused) };
  }

  #send<T>(edits: readonly Edit[], call: () => Promise<ApiAnswer<T>>) {
    const values = edits.map((edit) => ({ ...edit, collectionId: this.#collectionId }));
    return line.send(values, call);
  }

  #held(recordId: string, key: string): unknown {
    return this.#source.find(recordId)?.data[key] ?? null;
  }

  // A record that has edits under way keeps showing them; the last answer brings the whole.
  #take(record: RecordShape) {
    if (!this.#queues.has(record.id)) this.#source.put(record);
  }

  #show(recordId: string, key: string, value: unknown) {
    const record = this.#source.find(recordId);
    if (!record) return;
    const data = { ...record.data, [key]: value } as RecordShape['data'];
    this.#source.put({ ...record, data });
  }
}

function byRecordId(edits: readonly Edit[]): Map<string, Edit[]> {
  const groups = new Map<string, Edit[]>();
  for (const edit of edits) groups.set(edit.recordId, [...(groups.get(edit.recordId) ?? []), edit]);
  return groups;
}

interface Outcome {
  records: RecordShape[];
  refused: Refusals;
}
