'use client';

import { Field as FormField } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { typeUi } from '../types';
import { ChoicesEditor } from './choices-editor';
import { CurrencyInput } from './currency-input';
import type { FieldDraft } from './field-draft';

interface Props {
  draft: FieldDraft;
  errors: Record<string, string>;
  put: (part: Partial<FieldDraft>) => void;
}

/** What the form of a field asks because of its type. */
export function TypeSettings({ draft, errors, put }: Props) {
  const has = new Set(typeUi[draft.type].settings);
  const bound = (name: 'min' | 'max' | 'decimals', label: string) => (
    <FormField label={label} note="optional" error={errors[`options.${name}`]}>
      <Input
        type="number"
        step={name === 'decimals' ? 1 : 'any'}
        value={draft[name]}
        onChange={(event) => put({ [name]: event.target.value })}
      />
    </FormField>
  );
  return (
    <>
      {has.has('choices') ? (
        <>
          <ChoicesEditor choices={draft.choices} onChange={(choices) => put({ choices })} />
          {errors['options.choices'] ? (
            <p role="alert" className="text-danger-text text-sm">
              {errors['options.choices']}
            </p>
          ) : null}
        </>
      ) : null}
      {has.has('currency') ? (
        <CurrencyInput
          value={draft.currency}
          error={errors['options.currency']}
          onChange={(currency) => put({ currency })}
        />
      ) : null}
      {has.has('bounds') ? (
        <div className="grid grid-cols-3 gap-3">
          {bound('min', 'At least')}
          {bound('max', 'At most')}
          {has.has('decimals') ? bound('decimals', 'Decimals') : null}
        </div>
      ) : null}
    </>
  );
}
