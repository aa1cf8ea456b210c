'use client';

import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import { endEmailHold } from '../actions';

interface Props {
  tenant: { id: string; name: string };
  domain: string;
}

/** Takes a proven e-mail domain from a tenant, with a reason. */
export function EndHold({ tenant: { id, name }, domain }: Props) {
  const t = useWording('console');
  return (
    <ReasonDialog
      danger
      trigger={
        <Button
          size="small"
          variant="danger-quiet"
          aria-label={t('End the hold of {domain}', { domain })}
        >
          {t('End hold')}
        </Button>
      }
      title={t('End the hold of {domain}?', { domain })}
      description={t(
        'Nobody joins {name} by it any more, and another tenant of its pool can prove it. To have it back, {name} sets a record of a new value. Members stay.',
        { name },
      )}
      action={t('End hold')}
      done={t('{domain} is free', { domain })}
      help={t('Read by the tenant’s admins and in the staff audit.')}
      confirm={(reason) => endEmailHold({ id, domain, reason })}
    />
  );
}
