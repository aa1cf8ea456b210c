'use client';

import { ChevronDown } from 'lucide-react';
import type { ReactElement } from 'react';
import { cn } from '@/components/ui/cn';
import { controlClasses } from '@/components/ui/control-classes';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { useWording } from '@/lib/language/wording-provider';
import type { FieldType } from '../../fields/shapes';
import type { Question } from '../../forms/shapes';
import { acceptOf } from '../types/file-accept';
import type { AnswerProps } from './answer-props';
import { ManyChoices } from './many-choices';

/** The control of one question: a browser's own, so that it works before and without scripts. */
export function AnswerControl(props: AnswerProps): ReactElement {
  const t = useWording('guest');
  const { question, typed, ...aria } = props;
  const { type, key, required, options } = question;
  const common = { ...aria, 'aria-required': required || undefined };
  const [first = ''] = typed ?? [];
  const named = { name: `v.${key}`, defaultValue: first };
  if (type === 'long_text') return <Textarea {...common} {...named} rows={5} />;
  if (type === 'select') {
    return <OneOf {...common} {...named} choices={options.choices ?? []} />;
  }
  if (type === 'boolean') {
    return (
      <OneOf
        {...common}
        {...named}
        choices={[
          { id: 'yes', name: t('Yes') },
          { id: 'no', name: t('No') },
        ]}
      />
    );
  }
  if (type === 'multi_select') return <ManyChoices {...props} />;
  if (type === 'file') return <Files {...common} question={question} />;
  return (
    <Input
      {...common}
      {...named}
      type={inputTypes[type] ?? 'text'}
      inputMode={type === 'number' || type === 'money' ? 'decimal' : undefined}
      maxLength={options.maxLength}
      autoComplete={type === 'email' ? 'email' : 'off'}
      after={type === 'money' ? options.currency : undefined}
    />
  );
}

const inputTypes: Partial<Record<FieldType, string>> = {
  date: 'date',
  datetime: 'datetime-local',
  email: 'email',
  url: 'url',
};

interface OneOfProps {
  choices: readonly { id: string; name: string }[];
  name: string;
  defaultValue: string;
}

function OneOf({ choices, ...rest }: OneOfProps) {
  const t = useWording('guest');
  return (
    <span className="relative block">
      <select {...rest} className={cn(controlClasses, 'h-control appearance-none pr-8 pl-2.5')}>
        <option value="">{t('Choose')}</option>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
}

function Files({ question, ...rest }: { question: Question }) {
  const { maxFiles, kinds = [] } = question.options;
  const accept = acceptOf(kinds);
  return (
    <input
      {...rest}
      type="file"
      name={`f.${question.key}`}
      multiple={maxFiles !== 1}
      {...(accept && { accept })}
      className={cn(
        controlClasses,
        'p-1.5 file:mr-3 file:rounded-small file:border-0 file:bg-surface-sunken file:px-3 file:py-1.5 file:font-medium file:text-ink',
      )}
    />
  );
}
