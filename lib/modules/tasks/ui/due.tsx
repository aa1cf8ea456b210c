import { formatTime, type Reader } from '@/lib/format';
import type { Wording } from '@/lib/language/wording';

interface Props {
  at: Date | null;
  /** On whose clock it was set, told where the reader's is another. */
  zone?: string;
  reader: Reader;
  t: Wording<'tasks'>;
}

/** When a task is due. */
export function Due({ at, zone, reader, t }: Props) {
  if (!at) return <span className="text-muted">{t('No due date')}</span>;
  const time = <time dateTime={at.toISOString()}>{formatTime(at, reader)}</time>;
  const there = zone && formatTime(at, { ...reader, timeZone: zone });
  if (!there || there === formatTime(at, reader)) return time;
  return (
    <>
      {time} <span className="text-muted">{t('({time} in {zone})', { time: there, zone })}</span>
    </>
  );
}
