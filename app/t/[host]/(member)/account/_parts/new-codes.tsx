'use client';

import { useState } from 'react';
import { useProven } from '@/components/forms/proof';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { renewRecoveryCodes } from '@/lib/identity/actions';
import { RecoveryCodes } from '@/lib/identity/ui/recovery-codes';
import { useWording } from '@/lib/language/wording-provider';

/** New recovery codes in place of the old ones. */
export function NewCodes({ onDone }: { onDone: () => void }) {
  const t = useWording('member');
  const renew = useProven(renewRecoveryCodes);
  const [codes, setCodes] = useState<string[]>();
  const make = async () => {
    const answer = await renew({});
    if (!answer.ok) return { error: answer.error.message };
    setCodes(answer.data.recoveryCodes);
  };
  const close = () => {
    setCodes(undefined);
    onDone();
  };
  return (
    <>
      <AlertDialog
        trigger={<Button>{t('New recovery codes')}</Button>}
        title={t('Make new recovery codes?')}
        description={t('The ones you have stop working.')}
        action={t('Make new codes')}
        danger={false}
        onConfirm={make}
      />
      <Dialog
        open={codes !== undefined}
        onOpenChange={(open) => open || close()}
        title={t('Keep your recovery codes')}
      >
        {codes ? <RecoveryCodes codes={codes} onKept={close} /> : null}
      </Dialog>
    </>
  );
}
