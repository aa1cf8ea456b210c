'use client';

import { ChevronDown } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { Popover } from '@/components/ui/popover';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Several of a list of options. */
export function ChoiceList({ options, chosen, onChange }: Props) {
  const t = useWording('collections');
  const flip = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  const names = options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  return (
    <Popover
      label={t('Options')}
      className="w-56"
      trigger={
        <Button className="min-w-32 max-w-56 justify-between font-normal">
          <span className="truncate">{names.join(', ') || t('Choose')}</span>
          <ChevronDown aria-hidden className="text-muted" />
        </Button>
      }
    >
      <div className="flex flex-col gap-2">
        {options.map(({ value, label }) => (
          <Choice key={value} label={label}>
            <Checkbox checked={chosen.includes(value)} onCheckedChange={() => flip(value)} />
          </Choice>
        ))}
      </div>
    </Popover>
  );
}
