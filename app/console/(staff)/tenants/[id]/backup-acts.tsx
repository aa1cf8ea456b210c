'use client';

import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import { askDrill, backUpTenant } from '../../drills/actions';

interface Props {
  id: string;
  name: string;
  /** Without one there is nothing to try out. */
  hasBackup: boolean;
}

/** What staff may have done with a tenant's backups. */
export function BackupActs({ id, name, hasBackup }: Props) {
  const t = useWording('console');
  return (
    <div className="flex flex-wrap gap-2">
      <ReasonDialog
        trigger={<Button size="small">{t('Back up now')}</Button>}
        title={t('Back {name} up now?', { name })}
        description={t('Its people notice nothing. The backup is kept for 90 days.')}
        action={t('Back up')}
        done={t('Backup asked for')}
        help={t('Read by the tenant’s admins and in the staff audit.')}
        confirm={(reason) => backUpTenant({ id, reason })}
      />
      {hasBackup ? (
        <ReasonDialog
          trigger={<Button size="small">{t('Run a drill')}</Button>}
          title={t('Try out the newest backup of {name}?', { name })}
          description={t(
            'It is restored into a throw-away home, counted and summed, and taken down again. The tenant notices nothing.',
          )}
          action={t('Run a drill')}
          done={t('Drill asked for')}
          confirm={(reason) => askDrill({ id, reason })}
        />
      ) : null}
    </div>
  );
}
