import type { ImportError } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import { sameValue } from '@/lib/fields/value';
import type { StoredField } from '../fields/shapes';
import type { LoadedCollection } from '../load';
import { findTaken } from '../records/taken';
import { mayReach } from '../rules/may-reach';
import type { Data } from '../values/row';
import { valueIn } from '../values/show';
import type { Known } from '../values/value';
import { type Candidate, type Key, keyOf, recordsByKey } from './keys';
import { type ImportPlan, planImport, readRow } from './plan';
import type { Import } from './shapes';
import type { SourceRow } from './source-row';

export interface Refusal {
  row: number;
  errors: Omit<ImportError, 'row'>[];
}

/** A row that was read: the values it brings, null where its cell is empty. */
interface GoodRow {
  row: number;
  data: Data;
  key: string | null;
}

/** Rows of a file as far as they can be told without the collection's records. */
export interface ReadRows {
  good: GoodRow[];
  refused: Refusal[];
}

/** What rows would do to a collection. */
export interface Verdict {
  add: Data[];
  /** Records with the whole documents they are to have. */
  change: Candidate[];
  same: number;
  skipped: number;
  refused: Refusal[];
}

/** The collection that rows go to, as the person has it who imports. */
export type Target = Pick<LoadedCollection, 'fields' | 'design' | 'access'>;

type Asked = Pick<Import, 'columns' | 'keys' | 'mode' | 'emptyCells'>;

/** Decides row by row what an import does. Rows must be read in the order of the file. */
export class Judge {
  readonly #plan: ImportPlan;
  readonly #key: Key | null;
  /** Rows by their keys, for those that come again. */
  readonly #seen: Map<string, number>;
  /** Where in the file a document that is to be written comes from. */
  readonly #rows = new WeakMap<object, number>();

  constructor(
    readonly asked: Asked,
    readonly target: Target,
    readonly known: Known,
    seen = new Map<string, number>(),
  ) {
    this.#plan = planImport(asked.columns, target.fields);
    this.#key = keyOf(asked, this.#plan.targets);
    this.#seen = seen;
  }

  /** The same judge for a collection that has changed meanwhile. */
  withTarget(target: Target): Judge {
    return new Judge(this.asked, target, this.known, this.#seen);
  }

  read(rows: readonly SourceRow[]): ReadRows {
    const read: ReadRows = { good: [], refused: [] };
    for (const source of rows) {
      const { row, data, errors } = readRow(source, this.#plan, this.known);
      const refusals = errors.length > 0 ? errors : this.#refusalsOf(row, data);
      if (refusals.length > 0) read.refused.push({ row, errors: refusals });
      else read.good.push({ row, data, key: this.#key?.of(data) ?? null });
    }
    return read;
  }

  /** The records that rows become where none of them can mean one that is there. */
  fresh = ({ good }: ReadRows): Data[] => good.map(({ data }) => filled(data));

  /** Answers what rows that were read do now; their records are locked when `lock` is set. */
  async judge(
    db: TenantDb,
    { good, refused }: ReadRows,
    where: { collectionId: string | null; lock: boolean },
  ): Promise<Verdict> {
    const verdict: Verdict = { add: [], change: [], same: 0, skipped: 0, refused: [...refused] };
    const found = await this.#recordsOf(db, good, where);
    for (const one of good) this.#decide(one, found.get(one.key ?? '') ?? [], verdict);
    await this.#keepApart(db, verdict);
    verdict.refused.sort((a, b) => a.row - b.row);
    return verdict;
  }

  async #recordsOf(
    db: TenantDb,
    good: readonly GoodRow[],
    { collectionId, lock }: { collectionId: string | null; lock: boolean },
  ): Promise<Map<string, Candidate[]>> {
    if (!this.#key || !collectionId) return new Map();
    const rows = good.map(({ data }) => data);
    const collection = { id: collectionId, access: this.target.access };
    return await recordsByKey(db, { collection, key: this.#key, rows }, lock);
  }

  #refusalsOf(row: number, data: Data): Refusal['errors'] {
    if (!this.#key) return this.#emptyOnes(data);
    const { name } = this.#key;
    const key = this.#key.of(data);
    if (key === null) return [{ field: name, message: `${name} tells rows apart and is empty.` }];
    const before = this.#seen.get(key);
    if (before === undefined || before === row) {
      this.#seen.set(key, row);
      return [];
    }
    return [{ field: name, message: `${name} is the same as in row ${before}.` }];
  }

  #decide({ row, data }: GoodRow, found: readonly Candidate[], verdict: Verdict) {
    const refuse = (errors: Refusal['errors']) => verdict.refused.push({ row, errors });
    const [record] = found;
    const { mode } = this.asked;
    if (!this.#key) this.#add(row, data, verdict);
    else if (found.length > 1) {
      const { name } = this.#key;
      refuse([{ field: name, message: `${name} is the same in ${found.length} records.` }]);
    } else if (record ? mode === 'add' : mode === 'update') verdict.skipped++;
    else if (!record) {
      const errors = this.#emptyOnes(data);
      if (errors.length > 0) refuse(errors);
      else this.#add(row, data, verdict);
    } else this.#change(record, { row, data }, { verdict, refuse });
  }

  #change(
    candidate: Candidate,
    { row, data }: Pick<GoodRow, 'row' | 'data'>,
    { verdict, refuse }: { verdict: Verdict; refuse: (errors: Refusal['errors']) => void },
  ) {
    const { id, data: held } = candidate;
    const clear = this.asked.emptyCells === 'clear';
    const changed = Object.entries(data).filter(
      ([key, value]) => (value !== null || clear) && !sameValue(valueIn(held, key), value),
    );
    if (changed.length === 0) {
      verdict.same++;
      return;
    }
    if (!mayReach(this.target.access, 'change', candidate)) {
      refuse([{ field: null, message: 'You may see this record, not change it.' }]);
      return;
    }
    const emptied = changed.flatMap(([key, value]) => (value === null ? [key] : []));
    const errors = this.target.fields
      .filter(({ key, required }) => required && emptied.includes(key))
      .map(isEmpty);
    if (errors.length > 0) refuse(errors);
    else {
      const whole = { ...candidate, id, data: filled({ ...held, ...Object.fromEntries(changed) }) };
      this.#rows.set(whole.data, row);
      verdict.change.push(whole);
    }
  }

  #add(row: number, data: Data, verdict: Verdict) {
    if (!this.target.access.create) {
      verdict.refused.push({ row, errors: [{ field: null, message: 'You may not add records.' }] });
      return;
    }
    const whole = filled(data);
    this.#rows.set(whole, row);
    verdict.add.push(whole);
  }

  /** Refuses rows whose value in a field that allows each once is held already. */
  async #keepApart(db: TenantDb, verdict: Verdict) {
    if (!this.target.design.some(({ unique }) => unique)) return;
    const claimants = [...verdict.change, ...verdict.add.map((data) => ({ data }))];
    const refused = new Set<Data>();
    for (const { index, field, message } of await findTaken(db, this.target, claimants)) {
      const data = claimants[index]?.data;
      if (!data) continue;
      refused.add(data);
      const row = this.#rows.get(data) ?? 0;
      const seen = this.target.fields.some(({ id }) => id === field.id);
      verdict.refused.push({ row, errors: [{ field: seen ? field.name : null, message }] });
    }
    verdict.change = verdict.change.filter(({ data }) => !refused.has(data));
    verdict.add = verdict.add.filter((data) => !refused.has(data));
  }

  #emptyOnes(data: Data): Refusal['errors'] {
    const { design, fields } = this.target;
    const empty = design.filter(({ key, required }) => required && valueIn(data, key) === null);
    const seen = empty.filter(({ id }) => fields.some((field) => field.id === id));
    if (seen.length > 0 || empty.length === 0) return seen.map(isEmpty);
    return [{ field: null, message: 'This collection asks for a value that you may not give.' }];
  }
}

const isEmpty = ({ name }: StoredField) => ({ field: name, message: `${name} must not be empty.` });

/** A document without the fields that are empty. */
const filled = (data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
