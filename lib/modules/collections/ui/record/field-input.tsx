'use client';

import { typeInputs } from '../types/inputs';
import type { FieldInputProps } from '../types/type-ui';

/** The control of one field in a form. */
export function FieldInput(props: FieldInputProps) {
  const { Input } = typeInputs[props.field.type];
  return <Input {...props} />;
}
