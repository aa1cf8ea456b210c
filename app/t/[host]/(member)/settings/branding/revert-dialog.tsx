'use client';

import { AlertDialog } from '@/components/ui/alert-dialog';
import { revertBranding } from './actions';

export function RevertDialog({ version, onClose }: { version: number; onClose: () => void }) {
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
      title={`Publish version ${version} again?`}
      description="Everybody sees those looks within two seconds. A draft you have is kept, and what is live now stays in this list."
      action="Publish again"
      onConfirm={confirm}
    />
  );
}
