'use client';

import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import type { Wording } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import type { Import } from '../../imports/shapes';
import { touchedRows } from '../../imports/touched';
import { api } from '../data/api';

const pollMs = 700;

interface Props {
  found: Import;
  onChange: (now: Import) => void;
}

/** An import, a check or a way back under way; the page may be left meanwhile. */
export function ImportProgress({ found, onChange }: Props) {
  const t = useWording('collections');
  const [error, setError] = useState<string>();
  useEffect(() => {
    const timer = setInterval(async () => {
      const answer = await api<Import>('GET', `/imports/${found.id}`);
      setError(answer.ok ? undefined : answer.error.message);
      if (answer.ok) onChange(answer.data);
    }, pollMs);
    return () => clearInterval(timer);
  });
  const cancel = async () => {
    const answer = await api<Import>('POST', `/imports/${found.id}/cancel`, {});
    if (answer.ok) onChange(answer.data);
    else setError(answer.error.message);
  };
  const { words, label, value, max, stop } = progressOf(found, t);
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      {error ? <Banner tone="warning">{error}</Banner> : null}
      <div className="flex flex-col gap-2">
        <p aria-live="polite" className="tabular-nums">
          {words}
        </p>
        <Progress label={label} max={Math.max(1, max)} {...(value !== undefined && { value })} />
      </div>
      <p className="text-muted text-sm">{t('You can leave this page; the work goes on.')}</p>
      {stop ? (
        <Button className="self-start" onClick={() => void cancel()}>
          {stop}
        </Button>
      ) : null}
    </div>
  );
}

interface Told {
  words: string;
  label: string;
  max: number;
  value?: number;
  stop?: string;
}

function progressOf(found: Import, t: Wording<'collections'>): Told {
  const { state, rowsTotal, rowsDone, rowsFailed, revert } = found;
  if (state === 'checking') {
    const words =
      rowsTotal === 0
        ? t('Reading the file')
        : t('{count, plural, one {# row} other {# rows}} checked', { count: rowsTotal });
    return { words, label: t('Rows checked'), max: 1, stop: t('Stop check') };
  }
  if (state === 'reverting') {
    const max = touchedRows(found);
    const value = (revert?.removed ?? 0) + (revert?.restored ?? 0) + (revert?.left ?? 0);
    const words = t('{value} of {max, plural, one {# record} other {# records}} taken back', {
      value,
      max,
    });
    return { words, label: t('Records taken back'), max, value };
  }
  const value = rowsDone + rowsFailed;
  const shared = { label: t('Rows imported'), max: rowsTotal, stop: t('Stop import') };
  if (state === 'queued') return { ...shared, words: t('Waiting to start') };
  const words =
    rowsTotal > 0
      ? t('{value} of {rowsTotal, plural, one {# row} other {# rows}}', { value, rowsTotal })
      : t('{value} rows', { value });
  return { ...shared, words, value };
}
