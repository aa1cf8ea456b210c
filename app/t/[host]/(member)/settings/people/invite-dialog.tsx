'use client';

import { UserPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useWording } from '@/lib/language/wording-provider';
import { lineOf } from './invite-cells';
import { type InviteDraft, InviteForm } from './invite-form';
import { type InviteOutcome, InviteResults } from './invite-results';
import type { RoleChoice } from './member-facts';
import type { WrittenInvite } from './parse-invites';
import type { SeatFacts } from './seat-facts';
import { useTroubleWords } from './trouble-words';

interface Props {
  roles: RoleChoice[];
  seats: SeatFacts;
}

/** Invites one or many; afterwards says what became of each line, and takes the others back up. */
export function InviteDialog({ roles, seats }: Props) {
  const t = useWording('settings');
  const troubleWords = useTroubleWords();
  const router = useRouter();
  const grantable = roles.filter((role) => role.grantable);
  const usual = grantable.find((role) => role.key === 'basic') ?? grantable[0];
  const blank = { text: '', roleId: usual?.id ?? '' };
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState<InviteDraft>(blank);
  const [outcomes, setOutcomes] = useState<InviteOutcome[] | null>(null);
  const change = (next: boolean) => {
    setOpen(next);
    setOutcomes(null);
    if (outcomes) setDraft(blank);
  };
  const finish = (written: WrittenInvite[], answers: InviteOutcome[]) => {
    let next = 0;
    const all = written.map((one) => {
      const answer = one.trouble ? undefined : answers[next++];
      const invitationId = answer?.invitationId ?? null;
      const error = invitationId ? null : (answer?.error ?? troubleWords(one));
      return { written: one, email: one.email, invitationId, error };
    });
    const roleOf = (id: string) => t.said(grantable.find((role) => role.id === id)?.name ?? '');
    const refused = all.filter(({ invitationId }) => !invitationId);
    const lines = refused.map(({ written: { email, name, roleWord, roleId } }) =>
      lineOf([email, name, roleWord || roleOf(roleId)]),
    );
    setDraft({ ...draft, text: lines.join('\n') });
    setOutcomes(all);
    router.refresh();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden />
          {t('Invite people')}
        </Button>
      }
      title={outcomes ? t('Invitations') : t('Invite people')}
      description={
        outcomes ? undefined : t('Each address gets a mail with a link that works for seven days.')
      }
    >
      {outcomes ? (
        <InviteResults
          outcomes={outcomes}
          onDone={() => change(false)}
          onAgain={() => setOutcomes(null)}
        />
      ) : (
        <InviteForm
          roles={grantable}
          seats={seats}
          draft={draft}
          onDraft={setDraft}
          onDone={finish}
        />
      )}
    </Dialog>
  );
}
