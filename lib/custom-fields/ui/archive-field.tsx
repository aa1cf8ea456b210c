'use client';

import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { CustomField } from '../shapes';
import type { FieldActs } from './acts';

interface Props {
  field: CustomField;
  act: FieldActs['archive'];
  onClose: () => void;
}

export function ArchiveField({ field: { id, name }, act, onClose }: Props) {
  const t = useWording('customFields');
  const router = useRouter();
  const confirm = async () => {
    const outcome = await act({ id });
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done(t('Field {name} archived', { name }));
    router.refresh();
  };
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={t('Archive the field {name}?', { name })}
      description={t(
        'Nobody sees it or fills it in any more. What it holds is kept and comes back with it.',
      )}
      action={t('Archive field')}
      danger={false}
      onConfirm={confirm}
    />
  );
}
