'use client';

import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Spinner } from '@/components/ui/spinner';
import type { Wording } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
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
  const t = useWording('collections');
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
        <Spinner /> {t('Checking the values in this field')}
      </p>
    );
  }
  return (
    <>
      <Repeated found={found} />
      {asksFor.required && found.empty > 0 ? (
        <Banner
          tone="warning"
          title={t('{empty, plural, one {# record} other {# records}} leave this empty', {
            empty: found.empty,
          })}
        >
          {t('They stay as they are. Whoever fills in this field can no longer empty it.')}
        </Banner>
      ) : null}
      {asksFor.conversion ? <Converted found={found} /> : null}
    </>
  );
}

/** Values that stand in the way of allowing each once. */
function Repeated({ found: { repeated } }: { found: Conversion }) {
  const t = useWording('collections');
  if (repeated.length === 0) return null;
  return (
    <Banner tone="danger" title={t('Some values stand in several records')}>
      <p>{t('Change these before each record can be asked for its own:')}</p>
      <ul className="mt-2 flex flex-col gap-0.5 text-sm">
        {repeated.slice(0, 8).map(({ value, count: times }) => (
          <li key={value} className="truncate">
            {t.rich('<q>{value}</q> in {times, plural, one {# record} other {# records}}', {
              value,
              times,
              q: (inner) => <q>{inner}</q>,
            })}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function Converted({ found }: { found: Conversion }) {
  const t = useWording('collections');
  if (found.filled === 0) return <Banner>{t('This field holds no values yet.')}</Banner>;
  if (found.lost + found.shortened === 0) {
    return <Banner tone="success">{converts(found, t)}</Banner>;
  }
  return (
    <Banner tone="warning" title={costs(found, t)}>
      <p>{t('{converts} What is lost:', { converts: converts(found, t) })}</p>
      <ul className="mt-2 flex flex-col gap-0.5 text-sm">
        {found.losses.slice(0, 8).map((loss) => (
          <li key={loss.value} className="truncate">
            <q>{loss.value}</q> {loss.reason}
            {loss.count > 1 ? t(' ({count} times)', { count: loss.count }) : ''}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

const costs = ({ lost, shortened }: Conversion, t: Wording<'collections'>) =>
  lost === 0
    ? t('{shortened, plural, one {# value} other {# values}} would lose a part', { shortened })
    : t('{lost, plural, one {# value} other {# values}} would become empty', { lost });

const converts = ({ converted, filled }: Conversion, t: Wording<'collections'>) =>
  converted === filled
    ? t('All {filled, plural, one {# value} other {# values}} can be converted.', { filled })
    : t('{converted} of {filled, plural, one {# value} other {# values}} can be converted.', {
        converted,
        filled,
      });
