'use client';

import { numberText } from '@/components/grid/kinds/number-kind';
import { LinkButton } from '@/components/ui/link-button';
import { useWords } from '@/components/ui/words';
import { useWording } from '@/lib/language/wording-provider';
import { showInstant } from '../../values/instants';
import { useTimeZone } from './time-zone';
import type { FieldInputProps } from './type-ui';

/** What a formula comes to; nobody writes it. */
export function WorkedOut({ field, value, problem, id, ...rest }: FieldInputProps) {
  const t = useWording('collections');
  const { failedCell } = useWords();
  const timeZone = useTimeZone();
  const { linkLabel } = field.options;
  if (field.type === 'url' && /^https?:\/\//i.test(String(value))) {
    return (
      <LinkButton id={id} href={String(value)} target="_blank" rel="noreferrer">
        {linkLabel || String(value)}
      </LinkButton>
    );
  }
  return (
    <p
      id={id}
      aria-describedby={rest['aria-describedby']}
      className="min-h-control whitespace-pre-wrap py-1.5"
    >
      {shown()}
    </p>
  );

  function shown(): string {
    if (problem) return failedCell;
    if (value === null) return t('Nothing to show');
    if (field.type === 'number') return numberText(Number(value), field.options, t.language);
    if (field.type === 'money')
      return numberText(
        Number(value),
        { ...field.options, unit: field.options.currency },
        t.language,
      );
    if (field.type === 'boolean') return value ? t('Yes') : t('No');
    return field.type === 'datetime' ? showInstant(String(value), timeZone) : String(value);
  }
}
