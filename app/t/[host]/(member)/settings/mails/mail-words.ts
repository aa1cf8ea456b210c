import type { Plain } from '@/lib/language/wording';
import type { MailKind } from '@/lib/mail/kinds';

export const kindWords: Record<MailKind, Plain<'settings'>> = {
  'sign-in': 'Sign-in link',
  password: 'New password',
  joining: 'Joining',
  invitation: 'Invitation',
  welcome: 'Welcome',
  security: 'Security',
  roles: 'Roles',
  ownership: 'Ownership',
  domains: 'E-mail domains',
  sharing: 'Sharing',
  collections: 'Collections',
  webhooks: 'Webhooks',
  plan: 'Plan and usage',
  'user-plans': 'Plans for my users',
  deletion: 'Deletion',
};

export const stateWords = {
  queued: { label: 'Waiting', tone: 'info' },
  sent: { label: 'Sent', tone: 'success' },
  failed: { label: 'Failed', tone: 'danger' },
  bounced: { label: 'Came back', tone: 'danger' },
  withheld: { label: 'Not sent', tone: 'warning' },
} as const;

export type MailState = keyof typeof stateWords;
