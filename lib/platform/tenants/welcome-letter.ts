import type { Letter } from '../../mail/compose';

interface Welcome {
  owner: { email: string; name: string };
  tenant: string;
  url: string;
  /** How long the link works. */
  days: number;
}

/** To the owner of a tenant that staff opened. */
export const welcomeLetter = ({ owner, tenant, url, days }: Welcome): Letter => ({
  to: owner.email,
  subject: `${tenant} is ready`,
  heading: `${tenant} is ready`,
  paragraphs: [
    `Hello ${owner.name}. A workspace has been opened for you, and you are its admin.`,
    'Choose a password and sign in to make it yours: looks, people, roles.',
  ],
  button: { label: 'Choose a password', url },
  note: `The link works once, for ${days} days. After that, ask for a new one on the sign-in page.`,
});
