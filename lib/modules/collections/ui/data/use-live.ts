'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { RecordChanges } from '../../live/changes';
import type { RecordShape } from '../../records/shapes';
import { api } from './api';
import type { ChangeMarks } from './cell-marks';
import { idleMs, nextLookMs } from './pace';
import type { RecordEdits, RecordSource } from './record-edits';

const afterFailureMs = 5_000;
const signsOfLife = ['pointerdown', 'keydown', 'focus'] as const;

/** From where others' changes are followed, and how eagerly. */
export interface Follow {
  /** From the reading that came with the page. */
  cursor: string;
  pace: 'calm' | 'lively';
}

export interface Live {
  collectionId: string;
  follow: Follow | null;
  source: RecordSource;
  edits: RecordEdits;
  marks: ChangeMarks;
  /** Whether this change makes the whole be read again: a record that is not here, or another order. */
  concerns: (change: { record: RecordShape; known: RecordShape | undefined }) => boolean;
  onGone: (ids: readonly string[]) => void;
  onDesign: () => void;
}

/** Brings what others do to an open page while it is looked at, never over what is being written. */
export function useLive(live: Live) {
  const { collectionId } = live;
  // A page that is read again brings a later cursor, not what its store missed in between.
  const [follow] = useState(live.follow);
  const take = useEffectEvent((changes: RecordChanges) => takeIn(live, changes));
  const isReading = useEffectEvent(() => live.edits.isWriting);
  useEffect(() => {
    if (!follow) return;
    let { pace } = follow;
    let since = follow.cursor;
    let stirredAt = Date.now();
    let stopped = false;
    let isAsking = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A reading that would move rows waits until nobody writes in one.
    let owed: (() => void) | undefined;
    const look = async () => {
      clearTimeout(timer);
      if (stopped || isAsking || document.visibilityState !== 'visible') return;
      isAsking = true;
      const path = `/collections/${collectionId}/changes?since=${since}`;
      const answer = await api<RecordChanges>('GET', path);
      isAsking = false;
      if (stopped) return;
      if (answer.ok) {
        if (tellsSomething(answer.data)) stirredAt = Date.now();
        since = answer.data.cursor;
        pace = answer.data.pace;
        owed = take(answer.data) ?? owed;
        if (owed && !isReading()) {
          owed();
          owed = undefined;
        }
      }
      timer = setTimeout(
        look,
        answer.ok
          ? nextLookMs(Date.now() - stirredAt, { pace })
          : answer.error.code === 'precondition'
            ? idleMs
            : afterFailureMs,
      );
    };
    const now = () => void look();
    const stir = () => {
      const wasCalm =
        nextLookMs(Date.now() - stirredAt, { pace, chance: 0 }) >
        nextLookMs(0, { pace, chance: 1 });
      stirredAt = Date.now();
      if (wasCalm) now();
    };
    timer = setTimeout(look, nextLookMs(0, { pace }));
    document.addEventListener('visibilitychange', now);
    for (const sign of signsOfLife) window.addEventListener(sign, stir);
    return () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', now);
      for (const sign of signsOfLife) window.removeEventListener(sign, stir);
    };
  }, [collectionId, follow]);
}

/** Answers what has to be done when nothing is being written, if anything. */
function takeIn(live: Live, { records, gone, people, design, reset }: RecordChanges) {
  const { source, edits, marks } = live;
  if (design) live.onDesign();
  let again = reset;
  for (const record of records) {
    const known = source.find(record.id);
    if (known && known.version >= record.version) continue;
    if (live.concerns({ record, known })) again = true;
    if (!known || edits.isBusy(record.id)) continue;
    const keys = Object.keys(record.data).filter((key) => differs(record, known, key));
    const by = people.find(({ id }) => id === record.updatedBy)?.name ?? 'Somebody';
    source.put(record);
    marks.mark(record.id, keys, by);
  }
  const lost = gone.filter((id) => source.find(id));
  if (lost.length > 0) live.onGone(lost);
  return again || lost.length > 0 ? () => source.reload() : undefined;
}

const tellsSomething = ({ records, gone, design, reset }: RecordChanges) =>
  records.length > 0 || gone.length > 0 || design || reset;

const differs = (one: RecordShape, other: RecordShape, key: string) =>
  JSON.stringify(one.data[key] ?? null) !== JSON.stringify(other.data[key] ?? null);
