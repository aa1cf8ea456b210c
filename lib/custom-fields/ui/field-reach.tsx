'use client';

import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import type { Reach } from '../shapes';
import type { Draft } from './field-basics';
import type { ReachChoices } from './words';

interface Props {
  draft: Draft;
  reaches: ReachChoices;
  errors: Record<string, string>;
  onChange: (draft: Draft) => void;
}

const order: readonly Reach[] = ['managers', 'own', 'everyone'];
const within = (one: Reach, other: Reach) => order.indexOf(one) <= order.indexOf(other);

/** Who sees a field and who fills it in; nobody fills in what they do not see. */
export function FieldReach({ draft, reaches, errors, onChange }: Props) {
  const t = useWording('customFields');
  const { seenBy, changedBy } = draft;
  const see = (next: string) => {
    const seen = next as Reach;
    onChange({ ...draft, seenBy: seen, changedBy: within(changedBy, seen) ? changedBy : seen });
  };
  return (
    <>
      <Field label={t('Who sees it')} error={errors.seenBy}>
        <Select options={reaches.see} value={seenBy} onValueChange={see} />
      </Field>
      <Field label={t('Who changes it')} error={errors.changedBy}>
        <Select
          options={reaches.change.filter(({ value }) => within(value, seenBy))}
          value={changedBy}
          onValueChange={(next) => onChange({ ...draft, changedBy: next as Reach })}
        />
      </Field>
    </>
  );
}
