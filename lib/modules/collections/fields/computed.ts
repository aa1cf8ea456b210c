import type { FieldOptions, FieldType } from './shapes';
import { ruleOf } from './types';

interface Typed {
  type: FieldType;
  options: FieldOptions;
}

/** Whether a field is worked out by a formula, as it is stored or as it is read. */
export const isFormula = ({ type, options }: Typed): boolean =>
  type === 'formula' || options.formula !== undefined;

/** Whether values of a field are computed when they are read, so that nobody fills them in. */
export const isComputed = (field: Typed): boolean =>
  Boolean(ruleOf(field.type).readOnly) || isFormula(field);

/** The type that a field was designed with; that of a formula which is read is what it comes to. */
export const designedType = (field: Typed): FieldType =>
  isFormula(field) ? 'formula' : field.type;
