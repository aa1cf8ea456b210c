import type { Permission } from '@/lib/access/permissions';
import type { Plain } from '@/lib/language/wording';

export interface SettingsPlace {
  href: string;
  label: Plain<'settings'>;
  icon: string;
  group: 'workspace' | 'records';
  /** What opens it. */
  permission: Permission;
}

/** The pages of settings in their order. */
export const settingsPlaces: readonly SettingsPlace[] = [
  {
    href: '/settings/general',
    label: 'General',
    icon: 'settings',
    group: 'workspace',
    permission: 'branding.manage',
  },
  {
    href: '/settings/people',
    label: 'People',
    icon: 'users',
    group: 'workspace',
    permission: 'people.read',
  },
  {
    href: '/settings/roles',
    label: 'Roles',
    icon: 'key',
    group: 'workspace',
    permission: 'people.read',
  },
  {
    href: '/settings/security',
    label: 'Security',
    icon: 'shield',
    group: 'workspace',
    permission: 'security.manage',
  },
  {
    href: '/settings/branding',
    label: 'Branding',
    icon: 'palette',
    group: 'workspace',
    permission: 'branding.manage',
  },
  {
    href: '/settings/domains',
    label: 'Domains',
    icon: 'globe',
    group: 'workspace',
    permission: 'security.manage',
  },
  {
    href: '/settings/features',
    label: 'Features',
    icon: 'blocks',
    group: 'workspace',
    permission: 'features.manage',
  },
  {
    href: '/settings/plan',
    label: 'Plan and usage',
    icon: 'card',
    group: 'workspace',
    permission: 'plan.manage',
  },
  {
    href: '/settings/user-plans',
    label: 'Plans for my users',
    icon: 'ticket',
    group: 'workspace',
    permission: 'user_plans.manage',
  },
  {
    href: '/settings/sharing',
    label: 'Sharing',
    icon: 'share',
    group: 'workspace',
    permission: 'sharing.manage',
  },
  {
    href: '/settings/developers',
    label: 'Developers',
    icon: 'webhook',
    group: 'workspace',
    permission: 'webhooks.manage',
  },
  {
    href: '/settings/audit',
    label: 'Audit',
    icon: 'scroll',
    group: 'records',
    permission: 'audit.read',
  },
  {
    href: '/settings/mails',
    label: 'Mails',
    icon: 'inbox',
    group: 'records',
    permission: 'security.manage',
  },
  {
    href: '/settings/data',
    label: 'Data',
    icon: 'database',
    group: 'records',
    permission: 'data.read',
  },
];
