import { Archive } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { FormSection } from '@/components/ui/form-section';
import { formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { BackupList } from '@/lib/tenancy/backups/shapes';
import { AskButton } from './ask-button';
import { BackupTable } from './backup-table';
import { WorkList } from './work-list';

interface Props {
  list: BackupList;
  reader: Reader;
  slug: string;
  /** Whether the reader may take and restore them. */
  manages: boolean;
}

/** Backups that exist, and the way to take one or go back to one. */
export async function BackupsSection({ list, reader, slug, manages }: Props) {
  const t = await wording('settings');
  const backups = list.backups.filter(({ purpose }) => purpose !== 'export');
  return (
    <FormSection
      title={t('Backups')}
      description={t(
        'Everything in this workspace as it was at one moment, sealed so that nobody else can open it.',
      )}
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted text-sm">
          {t('One is taken every day. The next comes at {time}.', {
            time: formatTime(list.nextAt, reader),
          })}
        </p>
        {manages ? <AskButton act="backup" /> : null}
      </div>
      <WorkList operations={list.operations} reader={reader} />
      {backups.length > 0 ? (
        <BackupTable backups={backups} reader={reader} slug={slug} manages={manages} />
      ) : (
        <EmptyState
          icon={Archive}
          title={t('No backup yet')}
          description={t('The first is taken within a day of opening a workspace.')}
        />
      )}
    </FormSection>
  );
}
