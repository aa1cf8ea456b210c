import type { Letter } from './compose';

interface Addressed {
  to: string;
  tenant: string;
  url: string;
}

export const signInLetter = ({ to, tenant, url }: Addressed, minutes: number): Letter => ({
  to,
  subject: `Sign in to ${tenant}`,
  heading: `Sign in to ${tenant}`,
  paragraphs: ['You asked for a link to sign in without a password.'],
  button: { label: 'Sign in', url },
  note: `The link works once, for ${minutes} minutes. If you did not ask for it, leave it unused.`,
});

export const resetLetter = ({ to, tenant, url }: Addressed, minutes: number): Letter => ({
  to,
  subject: `Choose a new password for ${tenant}`,
  heading: 'Choose a new password',
  paragraphs: [
    `You asked to change the password with which you sign in to ${tenant}.`,
    'Choosing a new one signs you out on every device.',
  ],
  button: { label: 'Choose a new password', url },
  note: `The link works once, for ${minutes} minutes. If you did not ask for it, your password stays as it is.`,
});

export const invitationLetter = (
  { to, tenant, url }: Addressed,
  by: { inviter: string; role: string; days: number },
): Letter => ({
  to,
  subject: `Join ${tenant}`,
  heading: `Join ${tenant}`,
  paragraphs: [`${by.inviter} invites you to ${tenant}. Your role there will be ${by.role}.`],
  button: { label: 'Accept invitation', url },
  note: `The invitation is for ${to} and ends in ${by.days} days.`,
});
