'use client';

import { DateInput } from '@/components/ui/date-input';
import { Field as FormField } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { late } from '@/components/ui/late';
import { Later } from '@/components/ui/later';
import type { Plain } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import { typeUi } from '../types';
import { ChoicesEditor } from './choices-editor';
import { CurrencyInput } from './currency-input';
import type { FieldDraft } from './field-draft';
import { FileSettings } from './file-settings';
import { LookupSettings } from './lookup-settings';
import { RelationSettings } from './relation-settings';

const formulaSettings = late(() => import('./formula-settings'));

interface Props {
  collectionId: string;
  draft: FieldDraft;
  errors: Record<string, string>;
  put: (part: Partial<FieldDraft>) => void;
}

type Words = Plain<'collections'>;
type Numeric = 'min' | 'max' | 'decimals' | 'minLength' | 'maxLength';

/** What the form of a field asks because of its type. */
export function TypeSettings({ collectionId, draft, errors, put }: Props) {
  const t = useWording('collections');
  const has = new Set(typeUi[draft.type].settings);
  const bound = (name: Numeric, label: Words) => (
    <FormField label={t(label)} note={t('optional')} error={errors[`options.${name}`]}>
      <Input
        type="number"
        step={name === 'min' || name === 'max' ? 'any' : 1}
        value={draft[name]}
        onChange={(event) => put({ [name]: event.target.value })}
      />
    </FormField>
  );
  const line = (name: 'pattern' | 'message', label: Words, help: Words) => (
    <FormField
      label={t(label)}
      note={t('optional')}
      help={t(help)}
      error={errors[`options.${name}`]}
    >
      <Input
        value={draft[name]}
        maxLength={200}
        onChange={(event) => put({ [name]: event.target.value })}
      />
    </FormField>
  );
  const day = (name: 'from' | 'to', label: Words) => (
    <FormField label={t(label)} note={t('optional')} error={errors[`options.${name}`]}>
      <DateInput value={draft[name]} onChange={(event) => put({ [name]: event.target.value })} />
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
      {has.has('lengths') ? (
        <>
          <div className="grid grid-cols-2 gap-3">
            {bound('minLength', 'Least length')}
            {bound('maxLength', 'Greatest length')}
          </div>
          {line('pattern', 'Pattern', 'A regular expression for the whole text')}
        </>
      ) : null}
      {has.has('days') ? (
        <div className="grid grid-cols-2 gap-3">
          {day('from', 'First day')}
          {day('to', 'Last day')}
        </div>
      ) : null}
      {has.has('files') ? <FileSettings {...{ draft, errors, put }} /> : null}
      {has.has('relation') ? <RelationSettings {...{ draft, errors, put }} /> : null}
      {has.has('lookup') ? <LookupSettings {...{ draft, errors, put, collectionId }} /> : null}
      {has.has('formula') ? (
        <Later source={formulaSettings}>
          {(part) => <part.FormulaSettings {...{ draft, errors, put, collectionId }} />}
        </Later>
      ) : null}
      {has.has('message') && hasRule(draft)
        ? line('message', 'When a rule is broken, say', 'A whole sentence, in your own words')
        : null}
    </>
  );
}

const hasRule = (draft: FieldDraft) =>
  draft.kinds.length > 0 || rules.some((name) => Boolean(draft[name]));

const rules = [
  'min',
  'max',
  'minLength',
  'maxLength',
  'pattern',
  'from',
  'to',
  'maxMegabytes',
  'message',
] as const;
