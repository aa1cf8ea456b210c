'use client';

import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { formatCount } from '@/lib/format';
import { retryFleet } from './actions';

export function RetryButton({ failed }: { failed: number }) {
  return (
    <ReasonDialog
      trigger={<Button variant="primary">Try again</Button>}
      title={`Try ${formatCount(failed, 'migration')} again?`}
      description="Tenants work on while it runs. What fails again keeps its present shape."
      action="Try again"
      done="Tried again within seconds"
      confirm={(reason) => retryFleet({ reason })}
    />
  );
}
