'use client';

import { Combobox } from '@/components/ui/combobox';
import type { FieldInputProps, TypeUi } from './type-ui';

/** One of the values that the field can have. */
export const pickInput = (choices: NonNullable<TypeUi['choices']>) =>
  function PickInput({ field, value, people, onChange, onKeep, ...rest }: FieldInputProps) {
    return (
      <Combobox
        {...rest}
        clearable={!field.required}
        options={choices(field, people).map(({ value, label }) => ({ value, label }))}
        {...(value !== null && { value: String(value) })}
        onValueChange={(next) => {
          onChange(next ?? null);
          onKeep(next ?? null);
        }}
      />
    );
  };
