'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ShownOnce } from '@/lib/identity/ui/shown-once';
import { useWording } from '@/lib/language/wording-provider';
import type { RoleOffer } from './role-offer';
import { WorkspaceTokenForm } from './workspace-token-form';

interface Props {
  roles: RoleOffer[];
  onMade: () => void;
}

export function NewWorkspaceToken({ roles, onMade }: Props) {
  const t = useWording('settings');
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<string>();
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) setMade(undefined);
  };
  const done = (secret: string) => {
    setMade(secret);
    onMade();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={<Button disabled={roles.length === 0}>{t('New workspace token')}</Button>}
      title={made ? t('Copy the token now') : t('New workspace token')}
      description={made ? undefined : t('It acts in this workspace only, under its own name.')}
    >
      {made ? <ShownOnce token={made} /> : <WorkspaceTokenForm roles={roles} onMade={done} />}
    </Dialog>
  );
}
