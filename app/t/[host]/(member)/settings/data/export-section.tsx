import { FormSection } from '@/components/ui/form-section';
import { formatBytes, formatDay, formatTime, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { BackupList } from '@/lib/tenancy/backups/shapes';
import { AskButton } from './ask-button';
import { DownloadButton } from './download-button';

interface Props {
  exports: BackupList['backups'];
  reader: Reader;
}

/** Everything in files that other programs read, to take away. */
export async function ExportSection({ exports, reader }: Props) {
  const t = await wording('settings');
  return (
    <FormSection
      title={t('Export')}
      description={t(
        'Collections and tasks as CSV and JSON, all tables, all files, in one zip. It is yours to keep.',
      )}
    >
      <div>
        <AskButton act="export" />
      </div>
      {exports.length > 0 ? (
        <ul className="divide-y divide-line rounded-panel border border-line">
          {exports.map(({ id, takenAt, expiresAt, sizeBytes }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
              <span className="grid text-sm">
                <span className="font-medium">{formatTime(takenAt, reader)}</span>
                <span className="text-muted">
                  {t('{size}, until {day}', {
                    size: formatBytes(sizeBytes, reader.locale),
                    day: formatDay(expiresAt, reader),
                  })}
                </span>
              </span>
              <DownloadButton id={id} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted text-sm">{t('An export stays here for seven days.')}</p>
      )}
    </FormSection>
  );
}
