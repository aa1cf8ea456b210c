'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import type { Import } from '../../imports/shapes';

type Format = Import['format'];

const delimiters = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Vertical bar' },
];

const encodings = [
  { value: 'utf-8', label: 'Unicode (UTF-8)' },
  { value: 'utf-16le', label: 'Unicode (UTF-16)' },
  { value: 'utf-16be', label: 'Unicode (UTF-16, big endian)' },
  { value: 'euc-kr', label: 'Korean (CP949)' },
  { value: 'windows-1252', label: 'Western (Windows)' },
];

interface Props {
  format: Format;
  /** Of a workbook: the sheets that can be read. */
  sheets: readonly string[];
  disabled: boolean;
  onChange: (format: Format) => void;
}

/** How the file is read; right by itself almost always. */
export function FormatBar({ format, sheets, disabled, onChange }: Props) {
  const t = useWording('collections');
  const put = (part: Partial<Format>) => onChange({ ...format, ...part });
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
      {format.kind === 'csv' ? (
        <Field label={t('Columns are parted by')} className="w-44">
          <Select
            disabled={disabled}
            options={t.labelled(delimiters)}
            value={format.delimiter}
            onValueChange={(delimiter) => put({ delimiter: delimiter as Format['delimiter'] })}
          />
        </Field>
      ) : null}
      {format.kind === 'xlsx' ? (
        <Field label={t('Sheet')} className="w-56">
          <Select
            disabled={disabled}
            options={sheets.map((name) => ({ value: name, label: name }))}
            value={format.sheet ?? ''}
            onValueChange={(sheet) => put({ sheet })}
          />
        </Field>
      ) : (
        <Field label={t('Text encoding')} className="w-56">
          <Select
            disabled={disabled}
            options={t.labelled(encodings)}
            value={format.encoding}
            onValueChange={(encoding) => put({ encoding: encoding as Format['encoding'] })}
          />
        </Field>
      )}
      {format.kind !== 'json' ? (
        <Choice label={t('The first row names the columns')} className="pb-1.5">
          <Checkbox
            disabled={disabled}
            checked={format.header}
            onCheckedChange={(checked) => put({ header: checked === true })}
          />
        </Choice>
      ) : null}
    </div>
  );
}
