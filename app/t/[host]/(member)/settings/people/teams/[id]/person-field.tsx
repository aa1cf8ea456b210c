'use client';

import { useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { useWording } from '@/lib/language/wording-provider';
import { type FoundPerson, usePeople } from './use-people';

interface Props {
  value: string;
  error: string | undefined;
  onChange: (userId: string) => void;
}

/** One member of the workspace, found by typing. */
export function PersonField({ value, error, onChange }: Props) {
  const t = useWording('settings');
  const [letters, setLetters] = useState('');
  const [chosen, setChosen] = useState<FoundPerson | null>(null);
  const found = usePeople(letters);
  const people = found?.people ?? [];
  const isListed = people.some(({ userId }) => userId === value);
  const offered = chosen && !isListed && chosen.userId === value ? [chosen, ...people] : people;
  return (
    <Field
      label={t('Person')}
      error={found?.failed ? t('People could not be read. Try again.') : error}
    >
      <Combobox
        value={value}
        onValueChange={(next) => {
          setChosen(offered.find(({ userId }) => userId === next) ?? null);
          onChange(next ?? '');
        }}
        onSearch={setLetters}
        pending={found === null}
        options={offered.map(({ userId, name, email }) => ({
          ...{ value: userId, label: name, description: email },
        }))}
      />
    </Field>
  );
}
