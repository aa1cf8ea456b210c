'use client';

import { fileRefs, usualFiles } from '../../values/files';
import { acceptOf } from './file-accept';
import { FileList } from './file-list';
import type { FieldInputProps } from './type-ui';

/** The files of a record in a form. */
export function FileInput(props: FieldInputProps) {
  const { field, value, disabled, onChange, onKeep, id } = props;
  return (
    <FileList
      id={id}
      describedBy={props['aria-describedby']}
      invalid={props['aria-invalid']}
      fieldId={field.id}
      fieldName={field.name}
      files={fileRefs(value)}
      most={field.options.maxFiles ?? usualFiles}
      accept={acceptOf(field.options.kinds ?? [])}
      disabled={disabled}
      onChange={(files) => {
        const kept = files.length > 0 ? files : null;
        onChange(kept);
        onKeep(kept);
      }}
    />
  );
}
