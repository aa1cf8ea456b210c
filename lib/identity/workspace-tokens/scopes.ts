import { permissionTitles } from '../../access/rights';

/** What decides over people, their rights and the workspace itself is for people alone. */
const forPeopleAlone = new Set([
  'people.manage',
  'security.manage',
  'tokens.manage',
  'sharing.manage',
  'shared.read',
  'isolation.manage',
  'workspace.delete',
]);

/** Whether a token of the workspace may carry this permission. */
export const isForClients = (scope: string): boolean =>
  permissionTitles.has(scope) && !forPeopleAlone.has(scope);
