'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { formatSecond, formatTime, type Reader } from '@/lib/format';
import type { Plain } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import { momentAt, wallTime } from '@/lib/wall-time';
import { CopyDialog } from './copy-dialog';
import { RestoreDialog } from './restore-dialog';

interface Props {
  from: Date;
  to: Date;
  reader: Reader;
  slug: string;
}

/** Going back to any second: first as a copy to look at, then in place. */
export function MomentSection({ from, to, reader, slug }: Props) {
  const t = useWording('settings');
  const { timeZone, locale } = reader;
  const [typed, setTyped] = useState(() => wallTime(to, timeZone));
  const [open, setOpen] = useState<'place' | 'copy'>();
  const [error, setError] = useState<string>();
  const at = momentAt(typed, timeZone);
  const turn = (next: 'place' | 'copy') => {
    const wrong = problemWith(at, from);
    setError(
      wrong &&
        t('{wrong} It reaches from {time} until now.', {
          wrong: t(wrong),
          time: formatSecond(from, reader),
        }),
    );
    setOpen(wrong ? undefined : next);
  };
  const close = () => setOpen(undefined);
  const chosen = at && {
    from: { at: at.toISOString() },
    takenAt: formatSecond(at, reader),
    slug,
    onClose: close,
  };
  return (
    <FormSection
      title={t('Go back to a moment')}
      description={t(
        'Any second since {time}. Open a copy first, look whether it is the right moment, then restore in place.',
        { time: formatTime(from, reader) },
      )}
    >
      <Field
        label={t('Moment')}
        help={t('Time in {timeZone}, to the second', { timeZone })}
        error={error}
      >
        <Input
          type="datetime-local"
          step={1}
          min={wallTime(from, timeZone)}
          className="max-w-64"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={() => turn('copy')}>
          {t('Open a copy of then')}
        </Button>
        <Button onClick={() => turn('place')}>{t('See and restore')}</Button>
      </div>
      {open === 'copy' && chosen ? <CopyDialog {...chosen} /> : null}
      {open === 'place' && chosen ? <RestoreDialog {...chosen} locale={locale} /> : null}
    </FormSection>
  );
}

function problemWith(at: Date | null, from: Date): Plain<'settings'> | undefined {
  if (!at) return 'Choose a day and a time.';
  if (at.getTime() > Date.now()) return 'This moment has not come yet.';
  // A control to the second cannot name the first one whole.
  return at.getTime() + 1_000 < from.getTime() ? 'This is too long ago.' : undefined;
}
