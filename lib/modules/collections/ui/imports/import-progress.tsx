'use client';

import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { formatCount } from '@/lib/format';
import type { Import } from '../../imports/shapes';
import { api } from '../data/api';

const pollMs = 700;

/** An import under way; the page may be left meanwhile. */
export function ImportProgress({
  found,
  onChange,
}: {
  found: Import;
  onChange: (now: Import) => void;
}) {
  const [error, setError] = useState<string>();
  const done = found.rowsDone + found.rowsFailed;
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
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      {error ? <Banner tone="warning">{error}</Banner> : null}
      <div className="flex flex-col gap-2">
        <p aria-live="polite" className="tabular-nums">
          {found.state === 'queued'
            ? 'Waiting to start'
            : `${done.toLocaleString('en')} of ${formatCount(found.rowsTotal, 'row')}`}
        </p>
        <Progress
          label="Rows imported"
          max={Math.max(1, found.rowsTotal)}
          {...(found.state === 'running' && { value: done })}
        />
      </div>
      <p className="text-muted text-sm">You can leave this page; the import goes on.</p>
      <Button className="self-start" onClick={() => void cancel()}>
        Stop import
      </Button>
    </div>
  );
}
