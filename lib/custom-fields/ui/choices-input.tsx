'use client';

import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import type { CustomFieldDraft } from '../shapes';

type Choices = CustomFieldDraft['choices'];

interface Props {
  choices: Choices;
  error: string | undefined;
  onChange: (choices: Choices) => void;
}

/** The options of a select field, in their order. */
export function ChoicesInput({ choices, error, onChange }: Props) {
  const t = useWording('customFields');
  const swap = (a: number, b: number) => {
    const [one, other] = [choices[a], choices[b]];
    if (one && other) onChange(choices.with(a, other).with(b, one));
  };
  const add = () => onChange([...choices, { name: '' }]);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium text-sm">{t('Options')}</legend>
      {choices.map((choice, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: new options have no identity but their place
        <div key={at} className="flex items-center gap-1">
          <Input
            aria-label={t('Name of option {index}', { index: at + 1 })}
            value={choice.name}
            maxLength={80}
            autoFocus={choice.name === '' && at === choices.length - 1}
            onChange={(event) =>
              onChange(choices.with(at, { ...choice, name: event.target.value }))
            }
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
          <IconButton
            icon={ArrowUp}
            size="small"
            label={t('Move up')}
            disabled={at === 0}
            onClick={() => swap(at, at - 1)}
          />
          <IconButton
            icon={ArrowDown}
            size="small"
            label={t('Move down')}
            disabled={at === choices.length - 1}
            onClick={() => swap(at, at + 1)}
          />
          <IconButton
            icon={X}
            size="small"
            label={t('Remove option {index}', { index: at + 1 })}
            onClick={() => onChange(choices.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      {error ? (
        <p role="alert" className="text-danger-text text-sm">
          {error}
        </p>
      ) : null}
      <Button size="small" className="self-start" onClick={add} disabled={choices.length >= 100}>
        <Plus aria-hidden />
        {t('Add option')}
      </Button>
    </fieldset>
  );
}
