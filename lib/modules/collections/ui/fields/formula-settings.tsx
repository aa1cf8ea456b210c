'use client';

import { useRef } from 'react';
import { Field as FormField } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { fill } from '@/lib/language/fill';
import { useWording } from '@/lib/language/wording-provider';
import type { Collection } from '../../collections/shapes';
import { maxLetters } from '../../formulas/problem';
import { braced } from '../../formulas/tokens';
import { useAnswer } from '../data/use-answer';
import { FieldIcon } from '../grid/field-icon';
import type { FieldDraft } from './field-draft';
import { inserted, type ReadFormula, readFormula } from './formula-draft';
import { FormulaHelp } from './formula-help';
import { FormulaLooks } from './formula-looks';
import { FormulaPreview } from './formula-preview';

interface Props {
  collectionId: string;
  draft: FieldDraft;
  errors: Record<string, string>;
  put: (part: Partial<FieldDraft>) => void;
}

/** A formula, what is wrong with it while it is written, and what it comes to. */
export function FormulaSettings({ collectionId, draft, errors, put }: Props) {
  const t = useWording('collections');
  const own = useAnswer<Collection>(`/collections/${collectionId}`);
  const area = useRef<HTMLTextAreaElement>(null);
  const fields = (own.data?.fields ?? []).filter(({ id }) => id !== draft.id);
  const read = own.data ? readFormula(draft.formula, own.data.fields, draft.id) : null;
  const insert = (text: string) => {
    const { selectionStart, selectionEnd } = area.current ?? {
      selectionStart: draft.formula.length,
      selectionEnd: draft.formula.length,
    };
    const made = inserted(draft.formula, text, { from: selectionStart, to: selectionEnd });
    put({ formula: made.text });
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(made.place, made.place);
    });
  };
  return (
    <>
      <FormField
        label={t('Formula')}
        help={t('Fields stand in braces: {example}', { example: '{Price} * {Quantity}' })}
        error={useProblem(read) ?? errors['options.formula'] ?? own.error}
      >
        <Textarea
          ref={area}
          className="font-mono"
          rows={3}
          maxLength={maxLetters}
          spellCheck={false}
          autoCapitalize="off"
          value={draft.formula}
          onChange={(event) => put({ formula: event.target.value })}
        />
      </FormField>
      <Select
        aria-label={t('Put in a field')}
        placeholder={t('Put in a field')}
        value=""
        options={fields.map(({ id, name, type }) => ({
          value: id,
          label: name,
          icon: <FieldIcon type={type} />,
        }))}
        onValueChange={(id) => insert(braced(fields.find((one) => one.id === id)?.name ?? ''))}
      />
      <FormulaHelp onInsert={insert} />
      {read && 'tree' in read ? (
        <>
          <FormulaLooks {...{ draft, errors, put }} tree={read.tree} />
          <FormulaPreview collectionId={collectionId} tree={read.tree} fields={fields} />
        </>
      ) : null}
    </>
  );
}

/** What is wrong, in the reader's words, and from which letter on. */
function useProblem(read: ReadFormula | null): string | undefined {
  const t = useWording('collections');
  if (!read || !('problem' in read)) return undefined;
  const { words, values, at } = read.problem;
  const said = fill(t.said(words), values, t.language);
  return t('{said} (letter {place})', { said, place: at.from + 1 });
}
