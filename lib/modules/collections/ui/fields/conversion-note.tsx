'use client';

import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Spinner } from '@/components/ui/spinner';
import { formatCount } from '@/lib/format';
import type { Conversion } from '../../fields/preview';
import { api } from '../data/api';

interface Props {
  path: string;
  /** The change asked for; a new one is previewed once the person pauses. */
  change: object;
  /** What of it can touch the values that are there. */
  asksFor: { conversion: boolean; required: boolean };
  onLost: (lost: number | null) => void;
}

const pauseMs = 400;

/** What a change of a field does to the values that are there. */
export function ConversionNote({ path, change, asksFor, onLost }: Props) {
  const [found, setFound] = useState<Conversion | null>(null);
  const [error, setError] = useState<string>();
  const asked = JSON.stringify(change);
  useEffect(() => {
    const stop = new AbortController();
    onLost(null);
    const timer = setTimeout(async () => {
      const answer = await api<Conversion>('POST', path, JSON.parse(asked), stop.signal);
      if (stop.signal.aborted) return;
      setError(answer.ok ? undefined : answer.error.message);
      setFound(answer.ok ? answer.data : null);
      onLost(answer.ok ? answer.data.lost + answer.data.shortened : null);
    }, pauseMs);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [path, asked, onLost]);
  if (error) return <Banner tone="danger">{error}</Banner>;
  if (!found) {
    return (
      <p className="flex items-center gap-2 text-muted text-sm">
        <Spinner /> Checking the values in this field
      </p>
    );
  }
  return (
    <>
      <Repeated found={found} />
      {asksFor.required && found.empty > 0 ? (
        <Banner tone="warning" title={`${formatCount(found.empty, 'record')} leave this empty`}>
          They stay as they are. Whoever fills in this field can no longer empty it.
        </Banner>
      ) : null}
      {asksFor.conversion ? <Converted found={found} /> : null}
    </>
  );
}

/** Values that stand in the way of allowing each once. */
function Repeated({ found: { repeated } }: { found: Conversion }) {
  if (repeated.length === 0) return null;
  return (
    <Banner tone="danger" title="Some values stand in several records">
      <p>Change these before each record can be asked for its own:</p>
      <ul className="mt-2 flex flex-col gap-0.5 text-sm">
        {repeated.slice(0, 8).map(({ value, count: times }) => (
          <li key={value} className="truncate">
            <q>{value}</q> in {formatCount(times, 'record')}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function Converted({ found }: { found: Conversion }) {
  if (found.filled === 0) return <Banner>This field holds no values yet.</Banner>;
  if (found.lost + found.shortened === 0) {
    return <Banner tone="success">{converts(found)}</Banner>;
  }
  return (
    <Banner tone="warning" title={costs(found)}>
      <p>{converts(found)} What is lost:</p>
      <ul className="mt-2 flex flex-col gap-0.5 text-sm">
        {found.losses.slice(0, 8).map((loss) => (
          <li key={loss.value} className="truncate">
            <q>{loss.value}</q> {loss.reason}
            {loss.count > 1 ? ` (${loss.count} times)` : ''}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

const count = (values: number) => formatCount(values, 'value');

const costs = ({ lost, shortened }: Conversion) =>
  lost === 0 ? `${count(shortened)} would lose a part` : `${count(lost)} would become empty`;

const converts = ({ converted, filled }: Conversion) =>
  converted === filled
    ? `All ${count(filled)} can be converted.`
    : `${converted.toLocaleString('en')} of ${count(filled)} can be converted.`;
