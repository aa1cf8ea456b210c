'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import type { RecordShape } from '../../records/shapes';
import { api } from '../data/api';
import type { Lane } from './lanes';

interface Props {
  collectionId: string;
  /** The field that gives cards their title. */
  titleField: Field;
  laneField: Field;
  lane: Lane;
  name: string;
  onAdded: () => void;
}

/** Adds a record to a lane by its title. */
export function AddCard({ collectionId, titleField, laneField, lane, name, onAdded }: Props) {
  const t = useWording('collections');
  const [text, setText] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const add = async () => {
    if (!text?.trim()) return setText(null);
    const data = { [titleField.key]: text, [laneField.key]: lane.value };
    const path = `/collections/${collectionId}/records`;
    const answer = await api<RecordShape>('POST', path, { data });
    if (answer.ok) {
      setText('');
      setError(null);
      onAdded();
    } else {
      const [first] = Object.values(answer.error.fields);
      setError(first ?? answer.error.message);
    }
  };
  if (text === null) {
    return (
      <Button
        variant="ghost"
        className="m-1.5 justify-start"
        aria-label={t('Add record to {name}', { name })}
        onClick={() => setText('')}
      >
        <Plus aria-hidden />
        {t('Add record')}
      </Button>
    );
  }
  return (
    <form
      className="flex flex-col gap-1.5 p-2"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Input
        autoFocus
        aria-label={t('{name} of the new record', { name: titleField.name })}
        placeholder={titleField.name}
        value={text}
        maxLength={1_000}
        aria-invalid={error ? true : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          setText(null);
          setError(null);
        }}
      />
      {error ? (
        <p role="alert" className="text-danger-text text-sm">
          {error}
        </p>
      ) : null}
      <div className="flex gap-1.5">
        <Button type="submit" size="small" variant="primary">
          {t('Add record')}
        </Button>
        <Button size="small" variant="ghost" onClick={() => setText(null)}>
          {t('Cancel')}
        </Button>
      </div>
    </form>
  );
}
