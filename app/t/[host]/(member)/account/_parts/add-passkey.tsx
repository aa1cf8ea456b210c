'use client';

import { useState } from 'react';
import { useProven } from '@/components/forms/proof';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { addPasskey, beginPasskey } from '@/lib/identity/passkeys/actions';
import { deviceName } from '@/lib/identity/ui/device-name';
import { make } from '@/lib/identity/ui/passkey-device';
import { PasskeyNotice } from '@/lib/identity/ui/passkey-notice';
import { RecoveryCodes } from '@/lib/identity/ui/recovery-codes';
import { usePasskey } from '@/lib/identity/ui/use-passkey';
import { useSupportsPasskeys } from '@/lib/identity/ui/use-supports-passkeys';
import { useWording } from '@/lib/language/wording-provider';

/** From the button to the prompt of the device and, for a first factor, the recovery codes. */
export function AddPasskey({ onDone }: { onDone: () => void }) {
  const t = useWording('member');
  const supported = useSupportsPasskeys();
  const [open, setOpen] = useState(false);
  const [codes, setCodes] = useState<string[]>();
  const close = () => {
    setOpen(false);
    setCodes(undefined);
    onDone();
  };
  const added = (recoveryCodes: string[]) => {
    notify.done(t('Passkey added'));
    if (recoveryCodes.length > 0) setCodes(recoveryCodes);
    else close();
  };
  if (supported === false) {
    return <p className="text-muted text-sm">{t('This browser knows no passkeys.')}</p>;
  }
  return (
    <div>
      <Dialog
        open={open}
        onOpenChange={(next) => (next ? setOpen(true) : close())}
        trigger={<Button>{t('Add a passkey')}</Button>}
        title={codes ? t('Keep your recovery codes') : t('Add a passkey')}
        description={
          codes ? undefined : t('Your device asks for your fingerprint, your face or its PIN.')
        }
      >
        {codes ? <RecoveryCodes codes={codes} onKept={close} /> : <NewPasskey onAdded={added} />}
      </Dialog>
    </div>
  );
}

function NewPasskey({ onAdded }: { onAdded: (recoveryCodes: string[]) => void }) {
  const t = useWording('member');
  const [name, setName] = useState(() => t.said(deviceName(navigator.userAgent)));
  const finish = useProven(addPasskey);
  const { pending, error, refusal, start } = usePasskey({
    begin: () => beginPasskey({}),
    device: make,
    finish: (attestation) => finish({ name, attestation }),
    onDone: ({ recoveryCodes }) => onAdded(recoveryCodes),
  });
  return (
    <div className="grid gap-4 pb-2">
      <PasskeyNotice error={error} refusal={refusal} />
      <Field label={t('Name')} help={t('To tell it from others.')}>
        <Input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Banner>
        {t('Whoever opens this device can open your account. Add none on a device of others.')}
      </Banner>
      <Button
        variant="primary"
        wide
        pending={pending}
        disabled={name.trim() === ''}
        onClick={start}
      >
        {t('Add passkey')}
      </Button>
    </div>
  );
}
