'use client';

import { Banner } from '@/components/ui/banner';
import { Field as FormField } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { Plain } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import type { Collection } from '../../collections/shapes';
import { isComputed } from '../../fields/computed';
import type { Field } from '../../fields/shapes';
import { type Summary, suits, summaries } from '../../fields/summaries';
import { ruleOf } from '../../fields/types';
import { useAnswer } from '../data/use-answer';
import { FieldIcon } from '../grid/field-icon';
import type { FieldDraft } from './field-draft';

interface Props {
  collectionId: string;
  draft: FieldDraft;
  errors: Record<string, string>;
  put: (part: Partial<FieldDraft>) => void;
}

/** Which relation a look-up follows, and what it shows from there. */
export function LookupSettings({ collectionId, draft, errors, put }: Props) {
  const t = useWording('collections');
  const own = useAnswer<Collection>(`/collections/${collectionId}`);
  const relations = (own.data?.fields ?? []).filter(({ type }) => type === 'relation');
  const targetId = relations.find(({ id }) => id === draft.relationId)?.options.targetId;
  const target = useAnswer<Collection>(targetId ? `/collections/${targetId}` : null);
  if (own.data && relations.length === 0) {
    return (
      <Banner>{t('A look-up follows a relation. Add a relation to this collection first.')}</Banner>
    );
  }
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <FormField label={t('Follows')} error={errors['options.relationId'] ?? own.error}>
        <Select
          options={relations.map(asOption)}
          value={draft.relationId}
          placeholder={t('Choose a relation')}
          onValueChange={(relationId) => put({ relationId, shownId: '' })}
        />
      </FormField>
      <FormField label={t('Show as')} error={errors['options.summary']}>
        <Select
          options={summaries.map((value) => ({ value, label: t(summaryNames[value]) }))}
          value={draft.summary}
          onValueChange={(summary) => put({ summary: summary as Summary, shownId: '' })}
        />
      </FormField>
      {draft.summary === 'count' ? null : (
        <FormField label={t('Of the field')} error={errors['options.shownId'] ?? target.error}>
          <Select
            options={(target.data?.fields ?? [])
              .filter((field) => canBeShown(field) && suits(draft.summary, field.type))
              .map(asOption)}
            value={draft.shownId}
            disabled={!target.data}
            placeholder={t('Choose a field')}
            onValueChange={(shownId) => put({ shownId })}
          />
        </FormField>
      )}
    </div>
  );
}

const summaryNames: Record<Summary, Plain<'collections'>> = {
  each: 'Each value',
  count: 'How many records',
  sum: 'Sum',
  average: 'Average',
  smallest: 'Smallest or earliest',
  largest: 'Largest or latest',
};

const canBeShown = (field: Field) => !isComputed(field) && ruleOf(field.type).names !== 'records';

const asOption = ({ id, name, type }: Field) => ({
  value: id,
  label: name,
  icon: <FieldIcon type={type} />,
});
