'use client';

import { useRouter } from 'next/navigation';
import { useProven } from '@/components/forms/proof';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { endPrimary, makePrimary } from './actions';
import type { DomainRow } from './domain-row';

interface Props {
  domain: DomainRow;
  home: string;
  own: string;
}

/** Moves the workspace's home to a domain, or from it back to the workspace's own address. */
export function PrimaryButton({ domain: { id, host, isPrimary }, home, own }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const proven = useProven(isPrimary ? endPrimary : makePrimary);
  const next = isPrimary ? own : host;
  const change = async () => {
    const outcome = await proven({ id });
    if (!outcome.ok) return { error: outcome.error.message };
    notify.done(t('{domain} is primary now', { domain: next }));
    router.refresh();
  };
  const words = isPrimary ? t('Use the workspace’s own address') : t('Make primary');
  return (
    <AlertDialog
      trigger={<Button>{words}</Button>}
      title={t('Make {domain} primary?', { domain: next })}
      description={t('Links in mails name it from now on, and your other domains lead there.')}
      action={words}
      onConfirm={change}
    >
      <ul className="grid list-disc gap-1.5 pl-5 text-sm">
        <li>
          {t(
            'Passkeys set up at {home} do not work at {next}. People sign in another way and set up new ones.',
            { home, next },
          )}
        </li>
        <li>
          {t('People sign in at {next} anew, or are handed over from a domain that leads there.', {
            next,
          })}
        </li>
        <li>
          {t(
            'With single sign-on, add {next} to the return addresses at your identity provider first.',
            { next },
          )}
        </li>
      </ul>
    </AlertDialog>
  );
}
