import Link from 'next/link';
import { valueWord } from '@/app/_shared/flag-value';
import { roleNames } from '@/lib/access/permissions';
import type { PageDoor } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { platformFlagsProcedures } from '@/lib/platform/flags/procedures';
import { becauseWords } from '../../flags/flag-words';
import { FlagOverride } from './flag-override';
import { Part } from './part';

/** What each flag is for this tenant, and why. */
export async function FlagsSection({
  door,
  tenant: { id, name },
}: {
  door: PageDoor;
  tenant: { id: string; name: string };
}) {
  const t = await wording('console');
  const { channel, flags } = await door.call(platformFlagsProcedures.ofTenant, { id });
  return (
    <Part
      title={t('Flags')}
      note={t('{channel} channel', { channel: t.said(channel === 'stable' ? 'Stable' : 'Early') })}
    >
      <ul className="divide-y divide-line">
        {flags.map((flag) => (
          <li key={flag.flag} className="flex items-center gap-4 py-2">
            <div className="min-w-0 flex-1">
              <Link href={`/flags/${flag.flag}`} className="font-medium hover:underline">
                {t.said(flag.title)}
              </Link>
              <p className="text-muted text-sm">
                {[
                  `${t.said(valueWord(flag.value))}: ${t(becauseWords[flag.because])}`,
                  ...flag.byRole.map(
                    ({ role, value }) =>
                      `${t.said(roleNames[role as keyof typeof roleNames] ?? role)}: ${t.said(valueWord(value))}`,
                  ),
                  ...(flag.share
                    ? [
                        t('{percent} % of people: {value}', {
                          percent: flag.share.percent,
                          value: t.said(valueWord(flag.share.value)),
                        }),
                      ]
                    : []),
                  ...(flag.override ? [flag.override.reason] : []),
                ].join(' · ')}
              </p>
            </div>
            <FlagOverride
              tenant={{ id, name }}
              flag={{
                ...{ flag: flag.flag, title: flag.title },
                ...{ shape: flag.shape, published: flag.published },
              }}
              value={flag.override?.value ?? null}
            />
          </li>
        ))}
      </ul>
    </Part>
  );
}
