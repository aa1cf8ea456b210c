'use client';

import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { PageFrame } from '@/components/ui/page-frame';

interface Props {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function MemberError({ error, reset }: Props) {
  return (
    <PageFrame title="Not loaded">
      <ErrorState
        title="This page could not be loaded"
        description="Nothing was changed. Try again; if it stays like this, tell your admin the number below."
        action={
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
        }
        {...(error.digest && { requestId: error.digest })}
      />
    </PageFrame>
  );
}
