import type { MemberDoor } from '@/lib/doors/page';
import { formatDay } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { flagsProcedures } from '@/lib/tenancy/flags/procedures';
import { readerOf } from '../../_shell/reader';
import { ChannelChoice } from './channel-choice';
import { FlagLine } from './flag-line';
import { whyHere } from './why-here';

/** How early this workspace gets what is new, and the flags with the reason for each. */
export async function FlagsSection({ door }: { door: MemberDoor }) {
  const t = await wording('settings');
  const { channel, channelChosen, flags } = await door.call(flagsProcedures.list, {});
  const reader = readerOf(door);
  const chosenBy = (choice: { changedAt: Date; changedByName: string | null }) =>
    t('Chosen by {name} on {day}.', {
      name: choice.changedByName ?? t('somebody who left'),
      day: formatDay(choice.changedAt, reader),
    });
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <section>
        <h2 className="font-semibold">{t('Switches of the product')}</h2>
        <p className="text-measure text-muted">
          {t('How parts of the product work here, and why. Some are yours to choose.')}
        </p>
        <ul className="mt-3 divide-y divide-line rounded-panel border border-line bg-surface-raised">
          {flags.map(({ choice, ...flag }) => (
            <li key={flag.flag} className="p-4">
              <FlagLine flag={flag} why={whyHere(t, flag, choice ? chosenBy(choice) : null)} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className="font-semibold">{t('Release channel')}</h2>
        <p className="text-measure text-muted">
          {t('How early this workspace gets what is new.')}
          {channelChosen ? ` ${chosenBy(channelChosen)}` : null}
        </p>
        <ChannelChoice channel={channel} />
      </section>
    </div>
  );
}
