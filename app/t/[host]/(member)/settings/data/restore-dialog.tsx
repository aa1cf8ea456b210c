'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { notify } from '@/components/ui/notify';
import { Spinner } from '@/components/ui/spinner';
import { useWording } from '@/lib/language/wording-provider';
import { PreviewTable } from './preview-table';
import { type RestoreFrom, restore } from './restore-from';
import { usePreview } from './use-preview';

interface Props {
  from: RestoreFrom;
  takenAt: string;
  slug: string;
  locale: string;
  onClose: () => void;
}

/** Shows what would change before anything does. */
export function RestoreDialog({ from, takenAt, slug, locale, onClose }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const preview = usePreview(from);
  const confirm = async () => {
    if (preview.state !== 'ready') return { error: t('Wait until you can see what would change.') };
    const outcome = await restore(from);
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done(t('Restore asked for'));
    router.refresh();
  };
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={t('Go back to {takenAt}?', { takenAt })}
      description={t(
        'Everything in this workspace becomes what it was then. A backup of now is taken first, so that you can come back. People, their roles and the audit trail stay as they are.',
      )}
      action={t('Restore')}
      confirmWord={slug}
      onConfirm={confirm}
    >
      {preview.state === 'waiting' ? (
        <p className="flex items-center gap-2 text-muted" role="status">
          <Spinner /> {t('Comparing what was then with what stands now')}
        </p>
      ) : null}
      {preview.state === 'failed' ? (
        <p role="alert" className="text-danger-text">
          {preview.message}
        </p>
      ) : null}
      {preview.state === 'ready' ? <PreviewTable tables={preview.tables} locale={locale} /> : null}
    </AlertDialog>
  );
}
