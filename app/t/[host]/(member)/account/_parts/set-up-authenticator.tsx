'use client';

import { useState } from 'react';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { beginAuthenticator, confirmAuthenticator } from '@/lib/identity/actions';
import { AuthenticatorSetUp } from '@/lib/identity/ui/authenticator-set-up';
import { RecoveryCodes } from '@/lib/identity/ui/recovery-codes';
import { useWording } from '@/lib/language/wording-provider';

/** From the button to the codes that are kept for a lost phone. */
export function SetUpAuthenticator({ onDone }: { onDone: () => void }) {
  const t = useWording('member');
  const [open, setOpen] = useState(false);
  const beginning = useSubmit(beginAuthenticator, () => setOpen(true));
  const confirming = useSubmit(confirmAuthenticator);
  const codes = confirming.data?.recoveryCodes;
  const change = (next: boolean) => {
    setOpen(next);
    if (next) return;
    if (codes) onDone();
    confirming.reset();
  };
  return (
    <>
      <div className="grid gap-3">
        {beginning.error ? <Banner tone="danger">{beginning.error}</Banner> : null}
        <div>
          <Button pending={beginning.pending} onClick={() => beginning.submit({})}>
            {t('Set up an authenticator app')}
          </Button>
        </div>
      </div>
      <Dialog
        open={open}
        onOpenChange={change}
        title={codes ? t('Keep your recovery codes') : t('Set up an authenticator app')}
      >
        {codes ? (
          <RecoveryCodes codes={codes} onKept={() => change(false)} />
        ) : beginning.data ? (
          <AuthenticatorSetUp
            begun={beginning.data}
            pending={confirming.pending}
            error={confirming.fields.code ?? confirming.error}
            onCode={(code) => confirming.submit({ code })}
          />
        ) : null}
      </Dialog>
    </>
  );
}
