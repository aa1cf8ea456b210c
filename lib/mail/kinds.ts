/** What mails are about, as the list of them says it. */
export const mailKinds = [
  'sign-in',
  'password',
  'joining',
  'invitation',
  'welcome',
  'security',
  'roles',
  'ownership',
  'domains',
  'sharing',
  'collections',
  'webhooks',
  'plan',
  'user-plans',
  'deletion',
] as const;
export type MailKind = (typeof mailKinds)[number];

/** What people of a tenant have sent; all others are ours, or asked for by whoever typed an address. */
export const metered: readonly MailKind[] = [
  'invitation',
  'roles',
  'ownership',
  'sharing',
  'collections',
  'user-plans',
];

/**
 * Links that somebody asked for with an address they typed. They end within minutes, so none is sent
 * again, and that one went to somebody who is no member would tell of an account elsewhere.
 */
export const askedFor: readonly MailKind[] = ['sign-in', 'password', 'joining'];
