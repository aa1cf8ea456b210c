import { useMemo, useState } from 'react';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import type { RecordShape } from '../../records/shapes';
import { changeValues } from '../data/change-values';
import { takingBack } from '../data/taking-back';
import { isMine } from '../rules/mine';
import { idsIn, linkWords, useLinkNames } from '../types/link-names';
import type { KindViewProps } from '../view/kind-view';
import { afterAwaited, linksAmong, notWaitingFor, waitingFor, waitsFor } from './links';
import type { Placed } from './rows';
import { type Axis, type Values, withValues } from './spans';

interface Options extends KindViewProps {
  /** The relation that says which records one waits for. */
  waits: Field | undefined;
  axis: Axis;
  placed: readonly Placed[];
  titleOf: (record: RecordShape) => string;
  /** Shows a record among the others as it is to be, or as it is again. */
  show: (record: RecordShape) => void;
  look: () => void;
}

/** Which records of a timeline wait for which, and how that is changed. */
export function useLinks({ waits, axis, placed, titleOf, show, look, ...props }: Options) {
  const t = useWording('collections');
  const { collection, rights, records } = props;
  const names = useLinkNames();
  const [awaited, setAwaited] = useState<RecordShape | null>(null);
  const links = useMemo(
    () => (waits ? linksAmong(placed, waits, axis) : []),
    [placed, waits, axis],
  );
  const early = useMemo(
    () => new Set(links.flatMap((link) => (link.early ? link.to.record.id : []))),
    [links],
  );
  if (!waits) return null;

  const write = async (record: RecordShape, values: Values | null, done: string) => {
    if (!values) return;
    show(withValues(record, values));
    const answer = await changeValues({ collectionId: collection.id, record, values });
    show(answer.ok ? answer.data : record);
    look();
    if (!answer.ok) {
      notify.failed(t('What it waits for was not changed'), { description: answer.error.message });
      return;
    }
    const act = records.edits.did(answer.requestId);
    notify.done(done, { undo: takingBack(records.edits, act, t) });
  };
  const nameOf = (id: string) => t.said(linkWords(names.get(id)));
  const mayChange = (record: RecordShape) =>
    rights.write && !waits.locked && isMine(collection, record, 'change');
  return {
    links,
    /** The record that another one is to wait for, while somebody chooses that one. */
    awaited,
    /** Has somebody choose who waits for a record; null leaves things as they are. */
    choose: setAwaited,
    /** Whether this person may say of any record what it waits for. */
    mayLink: rights.write && !waits.locked,
    mayChange,
    /** The records that one waits for, by name; also those that are not in sight. */
    awaitedBy: ({ data }: RecordShape) =>
      idsIn(data[waits.key]).map((id) => ({ id, name: nameOf(id) })),
    isEarly: ({ id }: RecordShape) => early.has(id),
    /** What to write so that a record begins after all that it waits for. */
    afterAwaited: (record: RecordShape) => afterAwaited(record, links, axis),
    /** Has a record wait for another one. */
    link: (from: RecordShape, to: RecordShape) => {
      setAwaited(null);
      const title = titleOf(to);
      if (from.id === to.id) return;
      if (!mayChange(to)) {
        notify.failed(t('You may not change {title}', { title }));
      } else if (waitsFor(links, from.id, to.id)) {
        const description = t('{title} is waited for already, so each would wait for the other.', {
          title,
        });
        notify.failed(t('What it waits for was not changed'), { description });
      } else {
        const done = t('{title} waits for {other}', { title, other: titleOf(from) });
        void write(to, waitingFor(to, waits, from.id), done);
      }
    },
    unlink: (record: RecordShape, id: string) => {
      const done = t('{title} no longer waits', { title: titleOf(record) });
      void write(record, notWaitingFor(record, waits, id), done);
    },
  };
}

/** What waits for what, where the view says so. */
export type BarLinks = NonNullable<ReturnType<typeof useLinks>>;
