'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { IconButton } from '@/components/ui/icon-button';
import { api } from '@/lib/browser/api';
import type { Wording } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import type { Target } from '../shapes';
import { keyOf, targetOf } from './task-draft';

export interface TargetOption {
  /** As `keyOf` makes it. */
  value: string;
  label: string;
}

interface Props {
  id?: string;
  targets: readonly Target[];
  /** Everybody, teams and roles, and people as far as they are known. */
  options: readonly TargetOption[];
  onChange: (targets: Target[]) => void;
}

function goneName(key: string, t: Wording<'tasks'>): string {
  if (key.startsWith('team:')) return t('A team that is gone');
  return key.startsWith('role:') ? t('A role that is gone') : t('Somebody who left');
}

const has = (label: string, text: string) =>
  label.toLowerCase().includes(text.trim().toLowerCase());

interface PeoplePage {
  people: { userId: string; name: string; state: string }[];
}

/** For whom a task is: added one by one, each to be taken off again. */
export function TargetPicker({ targets, options, onChange, ...rest }: Props) {
  const t = useWording('tasks');
  const [found, setFound] = useState<readonly TargetOption[]>([]);
  const known = new Map([...options, ...found].map((option) => [option.value, option]));
  const [text, setText] = useState('');
  const search = async (typed: string) => {
    setText(typed);
    if (!typed.trim()) return;
    const query = new URLSearchParams({ q: typed.trim(), size: '20' });
    const answer = await api<PeoplePage>('GET', `/people?${query}`);
    if (!answer.ok) return;
    const next = answer.data.people
      .filter(({ state }) => state === 'active')
      .map(({ userId, name }) => ({ value: `person:${userId}`, label: name }));
    setFound((were) => [...new Map([...were, ...next].map((one) => [one.value, one])).values()]);
  };
  const chosen = targets.map(keyOf);
  return (
    <div className="flex flex-col gap-2">
      <Combobox
        {...rest}
        options={[...known.values()].filter(
          ({ value, label }) => !chosen.includes(value) && has(label, text),
        )}
        placeholder={t('Add people, a team or a role')}
        onSearch={(typed) => void search(typed)}
        onValueChange={(key) => {
          setText('');
          if (key) onChange([...targets, targetOf(key)]);
        }}
      />
      {chosen.length > 0 ? (
        <ul aria-label={t('For')} className="flex flex-wrap gap-1.5">
          {chosen.map((key) => {
            const name = known.get(key)?.label ?? goneName(key, t);
            return (
              <li
                key={key}
                className="flex max-w-full items-center gap-1 rounded-control bg-surface-active py-0.5 pr-0.5 pl-2"
              >
                <span className="truncate">{name}</span>
                <IconButton
                  icon={X}
                  size="small"
                  label={t('Take {name} off', { name })}
                  onClick={() => onChange(targets.filter((one) => keyOf(one) !== key))}
                />
              </li>
            );
          })}
        </ul>
      ) : null}
    </div>
  );
}
