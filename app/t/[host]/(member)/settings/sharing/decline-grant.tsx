import { useRouter } from 'next/navigation';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { declineGrant } from './actions';
import type { GrantLine } from './grant-line';

/** Says no to an offer, or gives back what was accepted. */
export function DeclineGrant({ line: { id, partner, place, state } }: { line: GrantLine }) {
  const t = useWording('settings');
  const router = useRouter();
  const accepted = state === 'accepted';
  const decline = async () => {
    const answer = await declineGrant({ id });
    if (!answer.ok) return { error: answer.error.message };
    notify.done(t('{place} of {partner} declined', { place, partner }));
    router.refresh();
  };
  return (
    <AlertDialog
      trigger={<Button size="small">{accepted ? t('Give back') : t('Decline')}</Button>}
      title={
        accepted
          ? t('Give {place} of {partner} back?', { place, partner })
          : t('Decline {place} of {partner}?', { place, partner })
      }
      description={t('Nobody here sees it then. Only {partner} can offer it again.', { partner })}
      action={accepted ? t('Give back') : t('Decline')}
      onConfirm={decline}
    />
  );
}
