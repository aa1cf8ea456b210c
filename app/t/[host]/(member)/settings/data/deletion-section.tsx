import type { z } from 'zod';
import { Banner } from '@/components/ui/banner';
import { FormSection } from '@/components/ui/form-section';
import { formatTime, type Reader } from '@/lib/format';
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
export function DeletionSection({ state, name, reader }: Props) {
  const { deletion, coolingDays } = state;
  return (
    <div id="deletion">
      <FormSection
        danger
        title="Delete this workspace"
        description={`It goes on for ${coolingDays} days in which any admin can change their mind. Then everything is removed: records, files, members, addresses, exports and backups. Nobody can bring it back after that.`}
      >
        {deletion ? (
          <>
            <Banner tone="danger" title={`Goes ${formatTime(deletion.dueAt, reader)}`}>
              {deletion.askedByName} asked for it on {formatTime(deletion.askedAt, reader)}. Until
              then everybody can go on working. Take an export now: it goes with the workspace.
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
