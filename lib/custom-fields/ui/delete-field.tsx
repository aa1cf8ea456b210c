'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { CustomField } from '../shapes';
import type { FieldActs } from './acts';

interface Props {
  field: CustomField;
  acts: Pick<FieldActs, 'use' | 'delete'>;
  onClose: () => void;
}

/** Names how much goes with an archived field before it does. */
export function DeleteField({ field: { id, name }, acts, onClose }: Props) {
  const t = useWording('customFields');
  const router = useRouter();
  const [values, setValues] = useState<number | null>(null);
  useEffect(() => {
    acts.use({ id }).then(
      (counted) => counted.ok && setValues(counted.data.values),
      () => undefined,
    );
  }, [acts, id]);
  const confirm = async () => {
    const outcome = await acts.delete({ id });
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done(t('Field {name} deleted', { name }));
    router.refresh();
  };
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      danger
      title={t('Delete the field {name}?', { name })}
      description={
        values === null
          ? t('It goes with all that it holds. Nothing brings it back.')
          : t(
              '{values, plural, =0 {Nobody filled it in.} one {It goes with # value.} other {It goes with # values.}} Nothing brings it back.',
              { values },
            )
      }
      action={t('Delete field')}
      onConfirm={confirm}
    />
  );
}
