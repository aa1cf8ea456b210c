'use client';

import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import { endHostHold, freeHost } from '../actions';

interface Props {
  tenant: { id: string; name: string };
  host: string;
  /** Whether the tenant gave it up, and it is kept closed to others. */
  isClosed: boolean;
}

/** Takes a host from a tenant, or opens one that it gave up; with a reason. */
export function HostActs({ tenant: { id, name }, host, isClosed }: Props) {
  const t = useWording('console');
  const help = t('Read by the tenant’s admins and in the staff audit.');
  if (isClosed) {
    return (
      <ReasonDialog
        trigger={
          <Button size="small" aria-label={t('Open {domain}', { domain: host })}>
            {t('Open')}
          </Button>
        }
        title={t('Open {domain} to others?', { domain: host })}
        description={t(
          'Whoever proves it next has it. Old links and bookmarks of {name} then lead to them.',
          { name },
        )}
        action={t('Open')}
        done={t('{domain} is open', { domain: host })}
        help={help}
        confirm={(reason) => freeHost({ id, host, reason })}
      />
    );
  }
  return (
    <ReasonDialog
      danger
      trigger={
        <Button
          size="small"
          variant="danger-quiet"
          aria-label={t('End the hold of {domain}', { domain: host })}
        >
          {t('End hold')}
        </Button>
      }
      title={t('End the hold of {domain}?', { domain: host })}
      description={t(
        '{name} stops answering there at once. To have it back it sets a record of a new value; for 30 days nobody else can have it unless you open it.',
        { name },
      )}
      action={t('End hold')}
      done={t('{domain} was taken', { domain: host })}
      help={help}
      confirm={(reason) => endHostHold({ id, host, reason })}
    />
  );
}
