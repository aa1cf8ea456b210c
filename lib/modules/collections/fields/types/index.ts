import type { FieldType } from '../shapes';
import { boolean } from './boolean';
import { date } from './date';
import { datetime } from './datetime';
import type { FieldTypeRule } from './field-type';
import { file } from './file';
import { formula } from './formula';
import { email, url } from './links';
import { longText } from './long-text';
import { lookup } from './lookup';
import { money } from './money';
import { multiSelect } from './multi-select';
import { number } from './number';
import { person } from './person';
import { relation } from './relation';
import { select } from './select';
import { text } from './text';

/**
 * Every type of field, in the order people choose from. A new type is one file, one line here and one
 * in `viewing.ts`.
 */
const fieldTypeRules: Record<FieldType, FieldTypeRule> = {
  text,
  long_text: longText,
  number,
  money,
  date,
  datetime,
  boolean,
  select,
  multi_select: multiSelect,
  email,
  url,
  person,
  relation,
  lookup,
  formula,
  file,
};

export const ruleOf = (type: FieldType): FieldTypeRule => fieldTypeRules[type];

export const fieldTypeList = Object.keys(fieldTypeRules) as FieldType[];

/** Order in which types are tried on a column of a file; the first that takes it all is its guess. */
export const guessOrder: readonly FieldType[] = [
  'boolean',
  'number',
  'datetime',
  'date',
  'email',
  'url',
];
