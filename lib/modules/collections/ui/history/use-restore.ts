'use client';

import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import type { HistoryEntry, Version } from '../../history/shapes';
import type { RecordShape } from '../../records/shapes';
import { api } from '../data/api';
import type { NewValue, RecordEdits } from '../data/record-edits';
import { takingBack } from '../data/taking-back';

interface Options {
  path: string;
  record: RecordShape;
  fields: readonly Field[];
  edits: RecordEdits;
}

/** Brings back one value, or the record as it was; both are edits like any other. */
export function useRestore({ path, record, fields, edits }: Options) {
  const t = useWording('collections');
  const keep = async (values: NewValue[], done: string) => {
    const { refused, act } = await edits.commitMany(values);
    const [why] = Object.values(refused);
    if (why !== undefined) notify.failed(t('Not everything was restored'), { description: why });
    if (!act) return;
    notify.done(done, { undo: takingBack(edits, act, t) });
  };
  const value = async ({ key, name, value: earlier }: HistoryEntry['changes'][number]) =>
    await keep(
      [{ recordId: record.id, key, value: earlier ?? null }],
      t('{name} restored', { name }),
    );
  const whole = async (entryId: string) => {
    const answer = await api<Version>('GET', `${path}/versions/${entryId}`);
    if (!answer.ok) {
      notify.failed(t('The record was not restored'), { description: answer.error.message });
      return;
    }
    const { data } = answer.data;
    const values = fields
      .filter(({ key }) => Object.hasOwn(data, key) && differs(data[key], record.data[key]))
      .map(({ key }) => ({ recordId: record.id, key, value: data[key] ?? null }));
    if (values.length === 0) notify.say(t('The record is already as it was then'));
    else
      await keep(
        values,
        t('{count, plural, one {# field} other {# fields}} restored', { count: values.length }),
      );
  };
  return { value, whole };
}

export type Restore = ReturnType<typeof useRestore>;

const differs = (one: unknown, other: unknown) =>
  JSON.stringify(one ?? null) !== JSON.stringify(other ?? null);
