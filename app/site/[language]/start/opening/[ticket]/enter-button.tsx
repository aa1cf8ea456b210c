'use client';

import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import { arrive } from './actions';

/** Leads into the workspace, signed in the first time. */
export function EnterButton({ ticket }: { ticket: string }) {
  const t = useWording('opening');
  const entering = useSubmit(arrive, ({ url }) => window.location.assign(url));
  return (
    <div className="grid gap-3">
      {entering.error ? <Banner tone="danger">{entering.error}</Banner> : null}
      <div>
        <Button
          variant="primary"
          size="large"
          pending={entering.pending || Boolean(entering.data)}
          onClick={() => entering.submit({ ticket })}
        >
          {t('Go to the workspace')}
        </Button>
      </div>
    </div>
  );
}
