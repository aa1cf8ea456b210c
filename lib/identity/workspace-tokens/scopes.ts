import type { CorePermission } from '../../access/permissions';
import { manifests } from '../../modules/registry';

/**
 * What a token of the workspace may carry. Named one by one: what decides over people, their rights,
 * backups or the workspace as a whole is for people alone, and so is what nobody has thought of yet.
 */
const ofCore: CorePermission[] = ['people.read', 'branding.manage', 'audit.read', 'data.read'];

const forClients: ReadonlySet<string> = new Set<string>([
  ...ofCore,
  ...manifests.flatMap(({ permissions }) =>
    permissions.filter((one) => one.forClients).map(({ id }) => id),
  ),
]);

/** Whether a token of the workspace may carry this permission. */
export const isForClients = (scope: string): boolean => forClients.has(scope);
