import type { Parsed, Value } from '@/lib/fields/value';
import type { Known } from '../../values/value';
import type { FieldOptions, StoredField } from '../shapes';

/*
 * What a type is, without the schema library and the database, since pages in the browser use it too.
 */

/** The part of a field that its values are read by. */
export type Side = Pick<StoredField, 'type' | 'options'>;

/** What a slot column can hold. */
export type SlotValue = string | number | null;

/** The sortable, indexed copy of a value. */
export interface SlotRule {
  /** Which columns can hold it. */
  kind: 'text' | 'integer' | 'number' | 'time';
  value(value: NonNullable<Value>, side: Side): SlotValue;
  /** How the same is read from the document when no slot is free; `exact` compares the value itself. */
  document: 'folded' | 'exact' | 'number' | 'amount' | 'day' | 'instant' | 'yes_no';
  /** What stands in the slot is not what people order by. */
  order?: 'person_name';
}

/** The cells of one column of a file: as they came, and as trimmed text. None is empty. */
export interface GuessColumn {
  values: readonly unknown[];
  texts: readonly string[];
}

/** JSON Schema of a value, as the description of the interface gives it. */
export interface ValueSchema {
  type: 'string' | 'number' | 'boolean' | 'array';
  format?: 'date' | 'date-time' | 'email' | 'uri' | 'uuid' | 'decimal';
  description?: string;
  enum?: string[];
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: ValueSchema;
  uniqueItems?: boolean;
}

export interface OptionProblem {
  /** Input path below `options`. */
  path: string;
  message: string;
}

/** One type of field, whole: everything that differs from type to type stands here. */
export interface FieldTypeRule {
  name: string;
  help: string;
  /** What a person or a file wrote, as the value to store; null and undefined never get here. */
  parse(raw: unknown, side: Side, known: Known): Parsed;
  /** Which of its rules a value breaks, as words that follow the field's name. */
  check?(value: NonNullable<Value>, side: Side, known: Known): string | undefined;
  /** As a person reads it. */
  show(value: NonNullable<Value>, side: Side, known: Known): string;
  schema(side: Side): ValueSchema;
  /** Null for a type that is never sorted. */
  slot: SlotRule | null;
  /** Reads what a filter compares with, where that is not what may be stored. */
  operand?(raw: unknown, side: Side, known: Known): Parsed;
  /** What the search box finds it by; absent for what it does not look through. */
  words?(value: NonNullable<Value>, side: Side): string;
  /** What two values that count as one have in common; absent where a value may always repeat. */
  same?(value: NonNullable<Value>): string;
  /** A default that moves: its word, and what a form says of it. */
  moving?: { word: 'today' | 'now' | 'me'; label: string };
  /** A record can go by its value when it has no text. */
  titles?: true;
  /** Whose names its values are. */
  names?: 'people' | 'records' | 'files';
  /** Computed when it is read: never written, required or given a default. */
  readOnly?: true;
  /** Present when values are choices of the field: the names of choices that a text holds. */
  choicesIn?(text: string): string[];
  /** The options that belong to this type, as they are stored. */
  keepOptions?(given: FieldOptions): StoredField['options'];
  checkOptions?(given: FieldOptions): OptionProblem | null;
  /** True when values must be rewritten because the options changed. */
  rewrites?(from: FieldOptions, to: FieldOptions): boolean;
  /** What a value becomes in another type or under other options; nothing when text is the way. */
  convert?(value: NonNullable<Value>, from: Side, to: Side, known: Known): Parsed | undefined;
  /** Makes a text of another type fit before `parse`, and says what that costs. */
  entering?(text: string): { text: string; dropped: string | undefined };
  /** Values are lists of ids, which conditions look into. */
  lists?: true;
  /** A cell of a spreadsheet; the shown text by default. */
  cell?(value: NonNullable<Value>): string | number;
  /** In JSON exports, the name instead of the stored id. */
  exportsName?: boolean;
  /** In JSON exports, what stands in the value's place. */
  json?(value: NonNullable<Value>, side: Side, known: Known): unknown;
  /** True when a column of a file is most likely of this type. */
  guess?(column: GuessColumn): boolean;
}
