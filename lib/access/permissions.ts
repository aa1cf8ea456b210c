/** Permissions of the core, by what they open. Modules add their own through their manifest. */
export const corePermissions = {
  'people.read': 'See who is a member and in which role',
  'people.manage': 'Invite people, change roles, remove members',
  'security.manage': 'Set the rules of sign-in and end sessions of members',
  'branding.manage': 'Change name, colours and logo',
  'features.manage': 'Turn modules on and off',
  'plan.manage': 'See the plan and choose another',
  'user_plans.manage': 'Make plans for members and sign, suspend or end them',
  'audit.read': 'Read the audit trail',
  'webhooks.manage': 'Have events sent to other services',
  'data.read': 'See where data lives and how much there is',
  'backups.manage': 'Take backups, restore them and export everything',
  'isolation.manage': 'Ask for another isolation tier',
  'workspace.delete': 'Delete the workspace with all its data',
  'tokens.manage': 'Make and revoke own API tokens',
  'sharing.manage': 'Let other workspaces look at something here, and accept what they offer',
  'shared.read': 'Look at what other workspaces share with your role',
} as const;

export type CorePermission = keyof typeof corePermissions;

/** `area.verb`; the router refuses to start with one that neither core nor a module declares. */
export type Permission = `${string}.${string}`;

export const builtInRoles = ['guest', 'basic', 'advanced', 'company', 'admin'] as const;
export type BuiltInRole = (typeof builtInRoles)[number];

export const roleNames: Record<BuiltInRole, string> = {
  guest: 'Guest',
  basic: 'Basic',
  advanced: 'Advanced',
  company: 'Company',
  admin: 'Admin',
};

/** From which built-in role upward a permission is held. */
export const coreGrants: Record<CorePermission, BuiltInRole> = {
  'people.read': 'basic',
  'people.manage': 'admin',
  'security.manage': 'admin',
  'branding.manage': 'admin',
  'features.manage': 'admin',
  'plan.manage': 'admin',
  'user_plans.manage': 'admin',
  'audit.read': 'admin',
  'webhooks.manage': 'admin',
  'data.read': 'company',
  'backups.manage': 'admin',
  'isolation.manage': 'admin',
  'workspace.delete': 'admin',
  'tokens.manage': 'basic',
  'sharing.manage': 'admin',
  'shared.read': 'guest',
};

/** True when `role` stands at or above `floor` in the order of built-in roles. */
export const atLeast = (role: BuiltInRole, floor: BuiltInRole) =>
  builtInRoles.indexOf(role) >= builtInRoles.indexOf(floor);
