import { useMemo } from 'react';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import type { RecordShape } from '../../records/shapes';
import type { Zoom } from '../../view/state';
import { laneName } from '../board/lane-title';
import type { Lane } from '../board/lanes';
import { linkWords, useLinkNames } from '../types/link-names';
import type { KindViewProps } from '../view/kind-view';
import { type Placed, type Row, rowsByField, rowsOfRecords } from './rows';
import { type Axis, spanOf } from './spans';

interface Options extends Pick<KindViewProps, 'people'> {
  records: readonly RecordShape[];
  axis: Axis;
  /** What lanes stand for; none where each record has one. */
  field: Field | undefined;
  zoom: Zoom;
}

/** Days that the narrowest bar takes, so that none lies on another. */
const least: Record<Zoom, number> = { day: 1, week: 1, month: 4, quarter: 11 };

/** The rows of a timeline, and what the lane of one is called in plain words. */
export function useRows({ records, axis, field, zoom, people }: Options) {
  const t = useWording('collections');
  const names = useLinkNames();
  return useMemo(() => {
    const nameOf = (lane: Lane) =>
      field?.type === 'relation' && typeof lane.value === 'string'
        ? t.said(linkWords(names.get(lane.value)))
        : field
          ? laneName(field, lane, people, t)
          : '';
    const placed = records.flatMap((record): Placed[] => {
      const span = spanOf(record, axis);
      return span ? [{ record, span }] : [];
    });
    const place = (value: Lane['value']) =>
      (field?.options.choices ?? []).findIndex(({ id }) => id === value);
    const called = (value: Lane['value']) => nameOf({ id: '', value, count: 0 });
    const rows: Row[] = field
      ? rowsByField(placed, {
          field,
          least: least[zoom],
          before: (one, other) =>
            Number(one === false) - Number(other === false) ||
            place(one) - place(other) ||
            called(one).localeCompare(called(other)),
        })
      : rowsOfRecords(placed);
    return { placed, rows, nameOf };
  }, [records, axis, field, zoom, people, names, t]);
}
