import { Progress } from '@/components/ui/progress';
import type { LimitHere } from '@/lib/billing/subscriptions/shapes';
import { formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { Plain, Wording } from '@/lib/language/wording';
import { countWords, limitTitles, maxWords } from './plan-words';

const tones = { fine: 'brand', near: 'warning', full: 'warning', over: 'danger' } as const;

const notes: Record<LimitHere['standing'], Plain<'plans'> | null> = {
  fine: null,
  near: 'Nearly full.',
  full: 'Full: nothing more comes in.',
  over: 'More than there may be. What is here stays; nothing more comes in.',
};

const softNotes: Partial<typeof notes> = {
  full: 'As much as agreed. You can still add more.',
  over: 'More than agreed. You can still add more.',
};

/** Each limit with how much there is, as a bar and in words. */
export async function LimitBars({
  limits,
  reader,
}: {
  limits: readonly LimitHere[];
  reader: Reader;
}) {
  const t = await wording('plans');
  return (
    <ul className="grid gap-4">
      {limits.map(({ name, used, max, kind, standing, because, byStaff }) => (
        <li key={name} className="grid gap-1.5">
          <p className="flex items-baseline justify-between gap-3">
            <span className="font-medium">{t(limitTitles[name])}</span>
            <span className="text-muted tabular-nums">
              {max === null
                ? t('{used}, no limit', { used: countWords(t, name, used) })
                : t('{used} of {max}', {
                    used: countWords(t, name, used),
                    max: countWords(t, name, max),
                  })}
            </span>
          </p>
          {max === null ? null : (
            <Progress
              label={t(limitTitles[name])}
              value={Math.min(used, max)}
              max={Math.max(1, max)}
              tone={tones[standing]}
            />
          )}
          {because === 'suspended' ? (
            <p className="text-muted text-sm">
              {t('The plan is suspended: nothing can be added.')}
            </p>
          ) : notes[standing] ? (
            <p className="text-muted text-sm">
              {t((kind === 'soft' && softNotes[standing]) || notes[standing])}
            </p>
          ) : null}
          {byStaff ? (
            <p className="text-muted text-sm">{staffWords(t, { name, max, byStaff }, reader)}</p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

interface Said extends Pick<LimitHere, 'name' | 'max'> {
  byStaff: NonNullable<LimitHere['byStaff']>;
}

/** That the platform said another number than the plan, until when and why. */
function staffWords(t: Wording<'plans'>, { name, max, byStaff }: Said, reader: Reader): string {
  const { endsAt, reason, instead } = byStaff;
  const time = endsAt && formatTime(endsAt, reader);
  if (instead === null) {
    return time
      ? t('Set for this workspace by the platform until {time}: {reason}', { time, reason })
      : t('Set for this workspace by the platform: {reason}', { reason });
  }
  const from = { from: maxWords(t, name, instead), reason };
  const isMore = max === null || max > instead;
  if (!time) {
    return isMore
      ? t('Raised by the platform, from {from}: {reason}', from)
      : t('Set for this workspace by the platform, instead of {from}: {reason}', from);
  }
  const until = { ...from, time };
  return isMore
    ? t('Raised by the platform until {time}, from {from}: {reason}', until)
    : t('Set for this workspace by the platform until {time}, instead of {from}: {reason}', until);
}
