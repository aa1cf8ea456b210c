import { z } from 'zod';
import { fieldTypes } from '@/db/schema/tenant/collections';
import type { Value } from '@/lib/fields/value';
import { mediaKinds } from '@/lib/files/media-kinds';
import type { Formula } from '../formulas/formula';
import { type ChoiceColor, choiceColors } from './colors';
import { summaries } from './summaries';

/** Longest formula as it is stored, characters: an id is longer than most names. */
const maxStored = 8_000;

export const FieldType = z.enum(fieldTypes);
export type FieldType = z.infer<typeof FieldType>;

/** One option of a select field. The id is made by the product when left out and never changes. */
const Choice = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]{1,24}$/, 'An id is 1 to 24 small letters and digits')
    .optional(),
  name: z.string().trim().min(1, 'Give the option a name').max(80),
  color: z.enum(choiceColors).default('gray'),
});

/** What a field's type adds: choices, bounds, a currency. */
export const FieldOptions = z.strictObject({
  choices: z.array(Choice).max(200, 'At most 200 options').optional(),
  min: z.number().min(-1e15).max(1e15).optional(),
  max: z.number().min(-1e15).max(1e15).optional(),
  minLength: z.number().int().min(0).max(20_000).optional(),
  maxLength: z.number().int().min(1).max(20_000).optional(),
  /** Form of the whole text, in RE2 syntax. */
  pattern: z.string().max(200).optional(),
  /** First and last day. */
  from: z.iso.date('Give a day as 2024-01-31').optional(),
  to: z.iso.date('Give a day as 2024-01-31').optional(),
  /** What to say instead when one of these rules is broken. */
  message: z.string().trim().max(200).optional(),
  /** Collection that a relation leads to, and whether one record may lead to several. */
  targetId: z.uuid().optional(),
  many: z.boolean().optional(),
  /** Relation that a look-up follows, and the field it shows there. */
  relationId: z.uuid().optional(),
  shownId: z.uuid().optional(),
  /** What a look-up makes of the values it finds; each of them when left out. */
  summary: z.enum(summaries).optional(),
  /** What a formula says, its fields by their names in braces; and what it shows as a link. */
  formula: z.string().trim().max(maxStored).optional(),
  linkLabel: z.string().trim().max(80).optional(),
  /** ISO 4217 code of the amounts. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'A currency has three letters, such as EUR')
    .optional(),
  /** Files one record may hold, the size of each, and which kinds; any kind when none is named. */
  maxFiles: z.number().int().min(1).max(50).optional(),
  maxMegabytes: z.number().int().min(1).max(10).optional(),
  kinds: z.array(z.enum(mediaKinds)).max(mediaKinds.length).optional(),
  /** Digits after the decimal point: shown of a number, exact of money, where the currency says it. */
  decimals: z.number().int().min(0).max(6).optional(),
});
export type FieldOptions = z.input<typeof FieldOptions>;

const scalar = z.union([z.string().max(20_000), z.number(), z.boolean()]);
export const FieldDefault = z.union([scalar, z.array(z.string().max(200)).max(200), z.null()]);

/** A field as every reader gets it. `key` names its value in a record's `data` and never changes. */
export const Field = z.object({
  id: z.uuid(),
  key: z.string(),
  name: z.string(),
  type: FieldType,
  options: FieldOptions,
  required: z.boolean(),
  /** True when no two records may hold the same value. */
  unique: z.boolean(),
  /** What a new record holds unless something else is said; `today`, `now` and `me` move. */
  default: FieldDefault,
  position: z.number().int(),
  width: z.number().int(),
  /** False when no sortable column is free or the type cannot be ordered. */
  sortable: z.boolean(),
  /** True when the caller cannot fill it in: by the rules of the collection, or since a formula does. */
  locked: z.boolean(),
});
export type Field = z.infer<typeof Field>;

export const FieldName = z.string().trim().min(1, 'Give the field a name').max(80);

/** A stored choice always has its id. */
export interface StoredChoice {
  id: string;
  name: string;
  color: ChoiceColor;
}

/** A live field with the column that holds its sortable copy. */
export interface StoredField {
  id: string;
  key: string;
  name: string;
  type: FieldType;
  options: Omit<FieldOptions, 'choices'> & { choices?: StoredChoice[] };
  required: boolean;
  unique: boolean;
  default: Value;
  position: number;
  width: number;
  slot: string | null;
  /** Set when the rules let a person read this field and not fill it in, and for each formula. */
  locked?: boolean;
  /** Set for a field that is worked out; its type is then what the formula comes to. */
  formula?: Formula;
}
