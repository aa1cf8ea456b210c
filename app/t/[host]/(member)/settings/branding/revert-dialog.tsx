'use client';

import { AlertDialog } from '@/components/ui/alert-dialog';
import { useWording } from '@/lib/language/wording-provider';
import { revertBranding } from './actions';

export function RevertDialog({ version, onClose }: { version: number; onClose: () => void }) {
  const t = useWording('settings');
  const confirm = async () => {
    const outcome = await revertBranding({ version });
    if (!outcome.ok) return { error: outcome.error.message };
    window.location.reload();
  };
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      danger={false}
      title={t('Publish version {version} again?', { version })}
      description={t(
        'Everybody sees those looks within two seconds. A draft you have is kept, and what is live now stays in this list.',
      )}
      action={t('Publish again')}
      onConfirm={confirm}
    />
  );
}
