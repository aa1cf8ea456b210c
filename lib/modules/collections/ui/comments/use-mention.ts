'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import { api } from '../data/api';
import type { PersonName } from '../grid/columns';

const pauseMs = 120;
const begun = /(?:^|\s)@([\p{L}\p{N}.'-]{0,40}(?: [\p{L}\p{N}.'-]{0,40})?)$/u;

interface Open {
  people: readonly PersonName[];
  active: number;
  /** Characters before the caret that a choice takes the place of, the @ included. */
  length: number;
}

const closed: Open = { people: [], active: 0, length: 0 };

/** Members whose names fit what stands behind an @ before the caret. */
export function useMention() {
  const [open, setOpen] = useState(closed);
  const asked = useRef(0);
  const close = () => {
    asked.current += 1;
    setOpen(closed);
  };
  const look = (before: string) => {
    const words = begun.exec(before)?.[1];
    const question = ++asked.current;
    if (words === undefined) {
      setOpen(closed);
      return;
    }
    setTimeout(async () => {
      if (asked.current !== question) return;
      const query = new URLSearchParams({ search: words.trim(), limit: '6' });
      const answer = await api<PersonName[]>('GET', `/records/people?${query}`);
      if (asked.current !== question) return;
      const people = answer.ok ? answer.data : [];
      setOpen({ people, active: 0, length: words.length + 1 });
    }, pauseMs);
  };
  /** True when the key was the list's. */
  const onKeyDown = (event: KeyboardEvent, pick: (person: PersonName) => void) => {
    const { people, active } = open;
    if (people.length === 0) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const person = people[active];
    if (step) setOpen({ ...open, active: (active + step + people.length) % people.length });
    else if ((event.key === 'Enter' || event.key === 'Tab') && person) pick(person);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { ...open, look, close, onKeyDown };
}
