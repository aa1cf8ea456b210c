'use client';

import { useProven } from '@/components/forms/proof';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { removePasskey } from '@/lib/identity/passkeys/actions';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  passkey: { id: string; name: string; host: string };
  onDone: () => void;
}

export function RemovePasskey({ passkey, onDone }: Props) {
  const t = useWording('member');
  const remove = useProven(removePasskey);
  const { id, name, host } = passkey;
  const takeAway = async () => {
    const answer = await remove({ passkeyId: id });
    if (!answer.ok) return { error: answer.error.message };
    notify.done(t('Passkey removed'));
    onDone();
  };
  return (
    <AlertDialog
      trigger={
        <Button size="small" variant="danger-quiet">
          {t('Remove')}
        </Button>
      }
      title={t('Remove the passkey {name}?', { name })}
      description={t(
        'It opens nothing at {host} any more. Who is signed in with it stays so until signed out under Devices. Delete it on the device as well.',
        { host },
      )}
      action={t('Remove passkey')}
      onConfirm={takeAway}
    />
  );
}
