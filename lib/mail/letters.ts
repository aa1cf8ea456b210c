import { wordingIn } from '../language/wording-in';
import type { Addressed } from './compose';
import type { Letter } from './letter';

export function signInLetter({ to, language, tenant, url }: Addressed, minutes: number): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('Sign in to {tenant}', { tenant });
  return {
    kind: 'sign-in',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [t('You asked for a link to sign in without a password.')],
    button: { label: t('Sign in'), url },
    note: t(
      'The link works once, for {minutes} minutes. If you did not ask for it, leave it unused.',
      { minutes },
    ),
  };
}

export function resetLetter({ to, language, tenant, url }: Addressed, minutes: number): Letter {
  const t = wordingIn(language, 'mail');
  return {
    kind: 'password',
    to,
    language,
    subject: t('Choose a new password for {tenant}', { tenant }),
    heading: t('Choose a new password'),
    paragraphs: [
      t('You asked to change the password with which you sign in to {tenant}.', { tenant }),
      t('Choosing a new one signs you out on every device.'),
    ],
    button: { label: t('Choose a new password'), url },
    note: t(
      'The link works once, for {minutes} minutes. If you did not ask for it, your password stays as it is.',
      { minutes },
    ),
  };
}

export function invitationLetter(
  { to, language, tenant, url }: Addressed,
  by: { inviter: string; role: string; days: number },
): Letter {
  const t = wordingIn(language, 'mail');
  const { inviter, days } = by;
  const role = t.said(by.role);
  return {
    kind: 'invitation',
    to,
    language,
    subject: t('Join {tenant}', { tenant }),
    heading: t('Join {tenant}', { tenant }),
    paragraphs: [
      t('{inviter} invites you to {tenant}. Your role there will be {role}.', {
        inviter,
        tenant,
        role,
      }),
    ],
    button: { label: t('Accept invitation'), url },
    note: t('The invitation is for {to} and ends in {days} days.', { to, days }),
  };
}
