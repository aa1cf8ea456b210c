'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import { CopyDialog } from './copy-dialog';
import { RestoreDialog } from './restore-dialog';

interface Props {
  id: string;
  takenAt: string;
  slug: string;
  locale: string;
}

/** Leads back to a backup: in place, or as a workspace of its own. */
export function RestoreButton({ id, takenAt, slug, locale }: Props) {
  const t = useWording('settings');
  const [open, setOpen] = useState<'place' | 'copy'>();
  const close = () => setOpen(undefined);
  return (
    <div className="flex justify-end gap-1">
      <Button
        size="small"
        onClick={() => setOpen('place')}
        aria-label={t('Restore {takenAt}', { takenAt })}
      >
        {t('Restore')}
      </Button>
      <Button
        size="small"
        variant="ghost"
        onClick={() => setOpen('copy')}
        aria-label={t('Copy from {takenAt}', { takenAt })}
      >
        {t('Copy')}
      </Button>
      {open === 'place' ? (
        <RestoreDialog
          from={{ id }}
          takenAt={takenAt}
          slug={slug}
          locale={locale}
          onClose={close}
        />
      ) : null}
      {open === 'copy' ? (
        <CopyDialog from={{ id }} takenAt={takenAt} slug={slug} onClose={close} />
      ) : null}
    </div>
  );
}
