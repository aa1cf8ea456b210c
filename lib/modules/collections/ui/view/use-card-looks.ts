'use client';

import { useMemo } from 'react';
import type { Field } from '../../fields/shapes';
import type { RecordShape } from '../../records/shapes';
import { shownFields } from '../../view/state';
import { tintOf } from '../../view/tints';
import type { CardLooks } from '../board/record-card';
import { columnsFor } from '../grid/columns';
import { recordKinds } from '../grid/kinds';
import { useLinkNames } from '../types/link-names';
import { useTimeZone } from '../types/time-zone';
import type { KindViewProps } from './kind-view';

/** What cards show of records: the fields of the view, without the one that they show in another way. */
export function useCardLooks(props: KindViewProps, placedBy?: Field): CardLooks {
  const { collection, people, view, locale } = props;
  const timeZone = useTimeZone();
  const names = useLinkNames();
  return useMemo(() => {
    const shown = shownFields(collection.fields, view).filter(({ id }) => id !== placedBy?.id);
    const columns = columnsFor(shown, { people, editable: false, view });
    const colorOf = ({ data }: RecordShape) => tintOf(data, view.tints, collection.fields);
    return { columns, kinds: recordKinds(timeZone, names), locale, tintOf: colorOf };
  }, [collection.fields, people, view, locale, timeZone, names, placedBy]);
}
