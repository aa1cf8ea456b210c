'use client';

import { Check } from 'lucide-react';
import { ComboboxList } from '@/components/ui/combobox-list';
import { Popover } from '@/components/ui/popover';
import { useWording } from '@/lib/language/wording-provider';
import { ChoiceBadge } from '../grid/choice-badge';
import { optionChoices } from './choices';
import { PickTrigger } from './pick-trigger';
import type { FieldInputProps } from './type-ui';

/** Several of the field's options. */
export function MultiPick(props: FieldInputProps) {
  const t = useWording('collections');
  const { field, people, value, disabled, onChange, onKeep, ...rest } = props;
  const options = optionChoices(field, people);
  const chosen = Array.isArray(value) ? value : [];
  const flip = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    const kept = next.length > 0 ? next : null;
    onChange(kept);
    onKeep(kept);
  };
  return (
    <Popover
      label={field.name}
      className="w-72 p-0"
      trigger={
        <PickTrigger
          disabled={disabled}
          {...rest}
          empty={chosen.length === 0 ? t('Choose') : undefined}
        >
          {options
            .filter((option) => chosen.includes(option.value))
            .map(({ value: id, label, tone }) => (
              <ChoiceBadge key={id} name={label} color={tone} />
            ))}
        </PickTrigger>
      }
    >
      <ComboboxList
        options={options.map(({ value: id, label }) => ({ value: id, label }))}
        onPick={flip}
        mark={(option) =>
          chosen.includes(option.value) ? <Check aria-hidden className="ml-auto text-mark" /> : null
        }
      />
    </Popover>
  );
}
