'use client';

import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Popover } from '@/components/ui/popover';
import { useWording } from '@/lib/language/wording-provider';
import { type ChoiceColor, choiceColors } from '../../fields/colors';
import { ChoiceBadge } from '../grid/choice-badge';

export interface DraftChoice {
  id?: string | undefined;
  name: string;
  color: ChoiceColor;
}

interface Props {
  choices: readonly DraftChoice[];
  onChange: (choices: DraftChoice[]) => void;
}

/** The options of a select field: names, colours, order. */
export function ChoicesEditor({ choices, onChange }: Props) {
  const t = useWording('collections');
  const put = (at: number, choice: DraftChoice) => onChange(choices.with(at, choice));
  const swap = (a: number, b: number) => {
    const [one, other] = [choices[a], choices[b]];
    if (one && other) onChange(choices.with(a, other).with(b, one));
  };
  const add = () => {
    const color = choiceColors[1 + (choices.length % (choiceColors.length - 1))] ?? 'gray';
    onChange([...choices, { name: '', color }]);
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium text-sm">{t('Options')}</legend>
      {choices.map((choice, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: new options have no identity but their place
        <div key={index} className="flex items-center gap-1">
          <ColorPicker choice={choice} onPick={(color) => put(index, { ...choice, color })} />
          <Input
            aria-label={t('Name of option {index}', { index: index + 1 })}
            value={choice.name}
            maxLength={80}
            autoFocus={choice.name === '' && index === choices.length - 1}
            onChange={(event) => put(index, { ...choice, name: event.target.value })}
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
            disabled={index === 0}
            onClick={() => swap(index, index - 1)}
          />
          <IconButton
            icon={ArrowDown}
            size="small"
            label={t('Move down')}
            disabled={index === choices.length - 1}
            onClick={() => swap(index, index + 1)}
          />
          <IconButton
            icon={X}
            size="small"
            label={t('Remove {name}', { name: choice.name || 'option' })}
            onClick={() => onChange(choices.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button size="small" className="self-start" onClick={add} disabled={choices.length >= 200}>
        <Plus aria-hidden />
        {t('Add option')}
      </Button>
    </fieldset>
  );
}

function ColorPicker({
  choice,
  onPick,
}: {
  choice: DraftChoice;
  onPick: (color: ChoiceColor) => void;
}) {
  const t = useWording('collections');
  return (
    <Popover
      label={t('Colour')}
      className="w-auto"
      trigger={
        <Button
          variant="ghost"
          size="small"
          aria-label={t('Colour: {color}', { color: choice.color })}
        >
          <ChoiceBadge name="Aa" color={choice.color} />
        </Button>
      }
    >
      <div className="grid grid-cols-3 gap-1">
        {choiceColors.map((color) => (
          <Button
            key={color}
            variant="ghost"
            size="small"
            aria-pressed={color === choice.color}
            onClick={() => onPick(color)}
          >
            <ChoiceBadge name={color} color={color} />
          </Button>
        ))}
      </div>
    </Popover>
  );
}
