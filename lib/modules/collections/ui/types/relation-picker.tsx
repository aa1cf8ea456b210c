'use client';

import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ComboboxOptions } from '@/components/ui/combobox-options';
import { useWording } from '@/lib/language/wording-provider';
import type { RecordName } from '../../records/names';
import { useAnswer } from '../data/use-answer';
import { linkWords, useLinkNames } from './link-names';

interface Props {
  targetId: string;
  chosen: readonly string[];
  many: boolean;
  initialText?: string;
  onChange: (chosen: string[]) => void;
}

const pauseMs = 150;

/** A search over the records that a relation can lead to, and a tick at those it does. */
export function RelationPicker({ targetId, chosen, many, initialText = '', onChange }: Props) {
  const t = useWording('collections');
  const names = useLinkNames();
  const [text, setText] = useState(initialText);
  const [asked, setAsked] = useState(initialText);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const query = new URLSearchParams({ limit: '50', ...(asked.trim() && { search: asked }) });
  const { data, error } = useAnswer<RecordName[]>(`/collections/${targetId}/record-names?${query}`);
  const found = data ?? [];
  const flip = (id: string) => {
    const name = found.find((one) => one.id === id)?.name;
    if (name !== undefined) names.learn({ [id]: name });
    if (chosen.includes(id)) onChange(chosen.filter((one) => one !== id));
    else onChange(many ? [...chosen, id] : [id]);
  };
  const held = asked.trim() ? [] : chosen.filter((id) => !found.some((one) => one.id === id));
  const options = [...held.map((id) => ({ id, name: names.get(id) })), ...found];
  return (
    <>
      {error ? (
        <p role="alert" className="px-2.5 py-2 text-danger-text text-sm">
          {error}
        </p>
      ) : null}
      <ComboboxOptions
        options={options.map(({ id, name }) => ({ value: id, label: t.said(linkWords(name)) }))}
        initialText={initialText}
        pending={!data && !error}
        onSearch={setText}
        onPick={flip}
        mark={({ value }) =>
          chosen.includes(value) ? <Check aria-hidden className="ml-auto text-mark" /> : null
        }
      />
    </>
  );
}
