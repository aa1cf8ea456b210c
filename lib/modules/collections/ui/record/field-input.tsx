'use client';

import { typeUi } from '../types';
import type { FieldInputProps } from '../types/type-ui';

/** The control of one field in a form. */
export function FieldInput(props: FieldInputProps) {
  const { Input } = typeUi[props.field.type];
  return <Input {...props} />;
}
