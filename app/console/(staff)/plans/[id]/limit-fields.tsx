'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import type { Draft } from './draft';

type Typed = Draft['limits']['members'];

interface Props {
  title: string;
  help?: string | undefined;
  limit: Typed;
  error?: string | undefined;
  onChange: (limit: Typed) => void;
}

/** How much of something there may be, how strictly, and from where on it is told. */
export function LimitFields({ title, help, limit, error, onChange }: Props) {
  const t = useWording('plans');
  const { max, kind, warnPercent } = limit;
  return (
    <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-[minmax(0,1fr)_7rem_7rem]">
      <Field label={title} help={help} error={error} className="col-span-2 sm:col-span-1">
        <Input
          inputMode="numeric"
          autoComplete="off"
          maxLength={16}
          placeholder={t('No limit')}
          value={max}
          onChange={({ target }) => onChange({ ...limit, max: target.value })}
        />
      </Field>
      <Field label={t('Kind')}>
        <Select
          value={kind}
          options={[
            { value: 'hard', label: t('Hard') },
            { value: 'soft', label: t('Soft') },
          ]}
          onValueChange={(next) => onChange({ ...limit, kind: next === 'soft' ? 'soft' : 'hard' })}
        />
      </Field>
      <Field label={t('Told from, %')}>
        <Input
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          value={warnPercent}
          onChange={({ target }) => onChange({ ...limit, warnPercent: target.value })}
        />
      </Field>
    </div>
  );
}
