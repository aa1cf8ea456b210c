import type { z } from 'zod';
import type { InvitationView } from '@/lib/identity/view-invitation';
import { wording } from '@/lib/language/request';

type View = z.output<typeof InvitationView>;

/** Why an invitation lets nobody in now, and what to do. `until` is when its time is over. */
export async function shutWords(
  { state, email, tenant, invitedBy, signedInAs }: View,
  until: string,
): Promise<{ title: string; words: string }> {
  const t = await wording('auth');
  switch (state) {
    case 'used':
      return {
        title: t('This invitation was used'),
        words: t('If it was you, sign in with your e-mail and password.'),
      };
    case 'expired':
      return {
        title: t('This invitation is too old'),
        words: invitedBy
          ? t('It ended on {ended}. Ask {name} for a new one.', { ended: until, name: invitedBy })
          : t('It ended on {ended}. Ask whoever invited you for a new one.', { ended: until }),
      };
    case 'already_member':
      return {
        title: t('You are a member already'),
        words: t('{email} belongs to {tenant}, so there is nothing left to accept.', {
          email,
          tenant,
        }),
      };
    case 'wrong_account':
      return {
        title: t('This invitation is for somebody else'),
        words: t('It is for {email}, and you are signed in here as {own}.', {
          email,
          own: signedInAs ?? '',
        }),
      };
    case 'no_seat':
      return {
        title: t('Every seat is taken'),
        words: invitedBy
          ? t(
              '{tenant} has no seat left. Ask {name} to free one, then open this link again: it stays good until {until}.',
              { tenant, name: invitedBy, until },
            )
          : t(
              '{tenant} has no seat left. Ask an admin to free one, then open this link again: it stays good until {until}.',
              { tenant, until },
            ),
      };
    default:
      return {
        title: t('This invitation was taken back'),
        words: t('Ask whoever invited you, if this surprises you.'),
      };
  }
}
