import type { FieldOptions, FieldType, StoredField } from './shapes';
import { ruleOf } from './types';

/** The options that belong to a type, each choice with its id. */
export const storedOptions = (type: FieldType, given: FieldOptions): StoredField['options'] =>
  ruleOf(type).keepOptions?.(given) ?? {};
