'use client';

import { useMemo } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { Field as FormField } from '@/components/ui/field';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  value: string;
  error: string | undefined;
  onChange: (currency: string) => void;
}

/** A currency, found by its code or its name. */
export function CurrencyInput({ value, error, onChange }: Props) {
  const t = useWording('collections');
  const options = useMemo(() => {
    const names = new Intl.DisplayNames('en', { type: 'currency' });
    return Intl.supportedValuesOf('currency').map((code) => ({
      value: code,
      label: code,
      description: names.of(code) ?? code,
    }));
  }, []);
  return (
    <FormField label={t('Currency')} error={error}>
      <Combobox
        options={options}
        {...(value && { value })}
        placeholder={t('Choose a currency')}
        onValueChange={(code) => code && onChange(code)}
      />
    </FormField>
  );
}
