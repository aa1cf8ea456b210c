import type { z } from 'zod';
import { Banner } from '@/components/ui/banner';
import { FormSection } from '@/components/ui/form-section';
import { formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { DeletionState } from '@/lib/tenancy/deletion/shapes';
import { AskButton } from './ask-button';
import { CancelDeletionButton } from './cancel-deletion-button';
import { DeleteButton } from './delete-button';

interface Props {
  state: z.output<typeof DeletionState>;
  name: string;
  reader: Reader;
}

/** The end of a workspace: asked for, waited for, taken back. */
export async function DeletionSection({ state, name, reader }: Props) {
  const t = await wording('settings');
  const { deletion, coolingDays } = state;
  return (
    <div id="deletion">
      <FormSection
        danger
        title={t('Delete this workspace')}
        description={t(
          'It goes on for {coolingDays} days in which any admin can change their mind. Then everything is removed: records, files, members, addresses, exports and backups. Nobody can bring it back after that.',
          { coolingDays },
        )}
      >
        {deletion ? (
          <>
            <Banner
              tone="danger"
              title={t('Goes {time}', { time: formatTime(deletion.dueAt, reader) })}
            >
              {t(
                '{askedByName} asked for it on {time}. Until then everybody can go on working. Take an export now: it goes with the workspace.',
                { askedByName: deletion.askedByName, time: formatTime(deletion.askedAt, reader) },
              )}
            </Banner>
            <div className="flex flex-wrap gap-2">
              <CancelDeletionButton name={name} />
              <AskButton act="export" />
            </div>
          </>
        ) : (
          <div>
            <DeleteButton name={name} coolingDays={coolingDays} />
          </div>
        )}
      </FormSection>
    </div>
  );
}
