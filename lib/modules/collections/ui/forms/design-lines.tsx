'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { Checkbox } from '@/components/ui/checkbox';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import { FieldIcon } from '../grid/field-icon';
import type { Line } from './design-draft';

interface Props {
  lines: readonly Line[];
  onChange: (lines: Line[]) => void;
}

/** What the form asks for, in which order and words. */
export function DesignLines({ lines, onChange }: Props) {
  const t = useWording('collections');
  const put = (at: number, part: Partial<Line>) =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  const move = (at: number, by: number) => {
    const line = lines[at];
    if (line) onChange(lines.toSpliced(at, 1).toSpliced(at + by, 0, line));
  };
  return (
    <section aria-labelledby="form-fields" className="flex flex-col gap-3">
      <h2 id="form-fields" className="font-semibold">
        {t('Fields')}
      </h2>
      <p className="text-muted text-sm">
        {t('Fields that name members or other records are not shown to guests.')}
      </p>
      <ul className="flex flex-col divide-y divide-line rounded-panel border border-line">
        {lines.map((line, at) => (
          <DesignLine
            key={line.field.id}
            line={line}
            first={at === 0}
            last={at === lines.length - 1}
            onPut={(part) => put(at, part)}
            onMove={(by) => move(at, by)}
          />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  line: Line;
  first: boolean;
  last: boolean;
  onPut: (part: Partial<Line>) => void;
  onMove: (by: number) => void;
}

function DesignLine({ line, first, last, onPut, onMove }: LineProps) {
  const t = useWording('collections');
  const { field, asked, label, help, required } = line;
  const { name } = field;
  return (
    <li className="flex flex-col gap-2 p-3">
      <div className="flex items-center gap-2">
        <span className="flex min-w-0 flex-1 items-center gap-2.5 font-medium">
          <Checkbox
            aria-label={t('Ask for {name}', { name })}
            checked={asked}
            onCheckedChange={(on) => onPut({ asked: on === true })}
          />
          <FieldIcon type={field.type} />
          <span className="truncate">{name}</span>
        </span>
        <span className="flex items-center gap-2 text-sm">
          <Checkbox
            checked={required || field.required}
            disabled={!asked || field.required}
            aria-label={t('{name} is required', { name })}
            onCheckedChange={(on) => onPut({ required: on === true })}
          />
          {t('Required')}
        </span>
        <IconButton
          icon={ArrowUp}
          size="small"
          label={t('Move {name} up', { name })}
          disabled={first}
          onClick={() => onMove(-1)}
        />
        <IconButton
          icon={ArrowDown}
          size="small"
          label={t('Move {name} down', { name })}
          disabled={last}
          onClick={() => onMove(1)}
        />
      </div>
      {asked ? (
        <div className="grid gap-2 sm:grid-cols-2">
          <Input
            aria-label={t('Label of {name}', { name })}
            placeholder={name}
            maxLength={120}
            value={label}
            onChange={(event) => onPut({ label: event.target.value })}
          />
          <Input
            aria-label={t('Help for {name}', { name })}
            placeholder={t('Help, optional')}
            maxLength={300}
            value={help}
            onChange={(event) => onPut({ help: event.target.value })}
          />
        </div>
      ) : null}
    </li>
  );
}
