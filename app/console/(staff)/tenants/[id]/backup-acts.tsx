'use client';

import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { askDrill, backUpTenant } from '../../drills/actions';

interface Props {
  id: string;
  name: string;
  /** Without one there is nothing to try out. */
  hasBackup: boolean;
}

/** What staff may have done with a tenant's backups. */
export function BackupActs({ id, name, hasBackup }: Props) {
  return (
    <div className="flex flex-wrap gap-2">
      <ReasonDialog
        trigger={<Button size="small">Back up now</Button>}
        title={`Back ${name} up now?`}
        description="Its people notice nothing. The backup is kept for 90 days."
        action="Back up"
        done="Backup asked for"
        help="Read by the tenant’s admins and in the staff audit."
        confirm={(reason) => backUpTenant({ id, reason })}
      />
      {hasBackup ? (
        <ReasonDialog
          trigger={<Button size="small">Run a drill</Button>}
          title={`Try out the newest backup of ${name}?`}
          description="It is restored into a throw-away home, counted and summed, and taken down again. The tenant notices nothing."
          action="Run a drill"
          done="Drill asked for"
          confirm={(reason) => askDrill({ id, reason })}
        />
      ) : null}
    </div>
  );
}
