'use client';

import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { notify } from '@/components/ui/notify';
import { sameValue, type Value } from '@/lib/fields/value';
import { useWording } from '@/lib/language/wording-provider';
import type { CustomValues } from '../shapes';
import type { FillAct } from './acts';
import { shownValue } from './shown-value';
import { ValueInput } from './value-input';

interface Props {
  values: CustomValues;
  act: FillAct;
  /** After a change was saved. */
  onDone: () => void;
  /** Reads anew what is there, after somebody else changed it. */
  onReload: () => void;
}

/** What fields say of one thing: controls for those the reader may change, words for the others. */
export function ValuesForm({ values: seen, act, onDone, onReload }: Props) {
  const t = useWording('customFields');
  const [draft, setDraft] = useState(seen.values);
  const [stale, setStale] = useState(false);
  const changed = seen.fields.filter(
    ({ key, mayChange }) => mayChange && !sameShown(draft[key], seen.values[key]),
  );
  const send = async () => {
    const answer = await act(changeOf(seen, draft));
    setStale(!answer.ok && answer.error.code === 'conflict');
    return answer;
  };
  const { pending, error, fields, submit } = useSubmit(send, () => {
    notify.done(t('Fields saved'));
    onDone();
  });
  const readOnly = seen.fields.filter(({ mayChange }) => !mayChange);
  const controls = seen.fields.filter(({ mayChange }) => mayChange);
  return (
    <Form className="flex flex-col gap-5" onSend={() => submit(undefined)}>
      {error ? <Banner tone="danger">{error}</Banner> : null}
      {stale ? (
        <Banner
          tone="warning"
          action={
            <Button size="small" onClick={onReload}>
              {t('Show what is there now')}
            </Button>
          }
        >
          {t('Somebody else changed this meanwhile. Nothing was saved.')}
        </Banner>
      ) : null}
      {controls.map((field) => (
        <ValueInput
          key={field.key}
          field={field}
          value={draft[field.key] ?? null}
          error={fields[`changes.${field.key}`]}
          onChange={(value) => setDraft({ ...draft, [field.key]: value })}
        />
      ))}
      {readOnly.length > 0 ? (
        <DescriptionList
          items={readOnly.map((field) => ({
            id: field.key,
            term: field.name,
            value: shownValue(field, seen.values[field.key] ?? null, t),
          }))}
        />
      ) : null}
      {controls.length > 0 ? (
        <div>
          <Button
            type="submit"
            variant="primary"
            pending={pending}
            disabled={changed.length === 0 && !stale}
          >
            {t('Save fields')}
          </Button>
        </div>
      ) : null}
    </Form>
  );
}

const sameShown = (a: unknown, b: unknown) =>
  sameValue(a, b) || String(a ?? '') === String(b ?? '');

/** What was changed, and required fields that are still empty, with what was seen of each. */
function changeOf({ fields, values }: CustomValues, draft: Record<string, Value>) {
  const sent = fields.filter(
    ({ key, mayChange, required }) =>
      mayChange &&
      (!sameShown(draft[key], values[key]) || (required && (draft[key] ?? null) === null)),
  );
  const pick = (from: Record<string, Value>) =>
    Object.fromEntries(sent.map(({ key }) => [key, from[key] ?? null]));
  return { changes: pick(draft), base: pick(values) };
}
