'use client';

import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { RadioGroup } from '@/components/ui/radio-group';
import { SearchInput } from '@/components/ui/search-input';
import { useWording } from '@/lib/language/wording-provider';
import type { EventChoice } from './event-choices';

interface Props {
  events: EventChoice[];
  kinds: string[];
  onKindsChange: (kinds: string[]) => void;
  error: string | undefined;
}

/** All events, or some of them picked from a list that can be searched. */
export function EventFields({ events, kinds, onKindsChange, error }: Props) {
  const t = useWording('developers');
  const isAll = kinds.includes('*');
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 font-medium text-sm">{t('Events')}</legend>
      <RadioGroup
        aria-label={t('Events')}
        options={[
          {
            value: 'all',
            label: t('All events'),
            help: t('Those that come with later versions too.'),
          },
          { value: 'some', label: t('Only some') },
        ]}
        value={isAll ? 'all' : 'some'}
        onValueChange={(next) => onKindsChange(next === 'all' ? ['*'] : [])}
      />
      {isAll ? null : <EventPicker {...{ events, kinds, onKindsChange }} />}
      {error ? (
        <p role="alert" className="text-danger-text text-sm">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

function EventPicker({ events, kinds, onKindsChange }: Omit<Props, 'error'>) {
  const t = useWording('developers');
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const shown = events.filter(({ name, words }) =>
    `${name} ${words}`.toLowerCase().includes(wanted),
  );
  const picked = new Set(kinds);
  // One that a later version has no more stays until somebody takes it out.
  const gone = kinds.filter((kind) => !events.some(({ name }) => name === kind));
  const toggle = (name: string, on: boolean) =>
    onKindsChange(on ? [...kinds, name] : kinds.filter((kind) => kind !== name));
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <SearchInput value={text} onValueChange={setText} aria-label={t('Find events')} />
        <p className="text-muted text-sm tabular-nums" aria-live="polite">
          {t('{count, plural, one {# chosen} other {# chosen}}', { count: kinds.length })}
        </p>
      </div>
      <div className="scroll-quiet grid max-h-64 gap-2.5 overflow-y-auto rounded-control border border-line p-3">
        {[...gone.map((name) => ({ name, words: t('No such event any more') })), ...shown].map(
          ({ name, words }) => (
            <Choice key={name} label={words} help={<code>{name}</code>}>
              <Checkbox
                checked={picked.has(name)}
                onCheckedChange={(on) => toggle(name, on === true)}
              />
            </Choice>
          ),
        )}
        {shown.length === 0 ? (
          <p className="text-muted text-sm">{t('No event fits this.')}</p>
        ) : null}
      </div>
    </div>
  );
}
