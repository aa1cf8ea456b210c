'use client';

import { isFormula } from '../../fields/computed';
import { typeInputs } from '../types/inputs';
import type { FieldInputProps } from '../types/type-ui';
import { WorkedOut } from '../types/worked-out';

/** The control of one field in a form. */
export function FieldInput(props: FieldInputProps) {
  const { Input } = isFormula(props.field) ? { Input: WorkedOut } : typeInputs[props.field.type];
  return <Input {...props} />;
}
