'use client';

import { Field as FormField } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import { currencyOf } from '../../formulas/currency';
import type { Node } from '../../formulas/node';
import type { FieldDraft } from './field-draft';

interface Props {
  draft: FieldDraft;
  errors: Record<string, string>;
  put: (part: Partial<FieldDraft>) => void;
  tree: Node;
}

/** How the result of a formula is shown: a number with so many digits, a text as it is or as a link. */
export function FormulaLooks({ draft, errors, put, tree }: Props) {
  const t = useWording('collections');
  const { kind } = tree;
  // Money has the digits of its currency.
  if (currencyOf(tree) !== null) return null;
  if (kind === 'number') {
    return (
      <FormField label={t('Decimals')} note={t('optional')} error={errors['options.decimals']}>
        <Input
          type="number"
          step={1}
          value={draft.decimals}
          onChange={(event) => put({ decimals: event.target.value })}
        />
      </FormField>
    );
  }
  if (kind !== 'text') return null;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <FormField label={t('Show as')}>
        <Select
          options={[
            { value: 'text', label: t('Text') },
            { value: 'link', label: t('Link') },
          ]}
          value={draft.linkLabel === null ? 'text' : 'link'}
          onValueChange={(shown) => put({ linkLabel: shown === 'link' ? '' : null })}
        />
      </FormField>
      {draft.linkLabel === null ? null : (
        <FormField
          label={t('What the link says')}
          note={t('optional')}
          error={errors['options.linkLabel']}
        >
          <Input
            value={draft.linkLabel}
            maxLength={80}
            onChange={(event) => put({ linkLabel: event.target.value })}
          />
        </FormField>
      )}
    </div>
  );
}
