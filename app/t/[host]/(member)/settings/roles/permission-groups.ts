import { actWords } from '@/app/_shared/act-words';
import { openedByPermission } from '@/lib/doors/acts';
import type { Wording } from '@/lib/language/wording';
import { manifests } from '@/lib/modules/registry';

export interface PermissionLine {
  id: string;
  title: string;
  /** What can be done with it, as the operations that ask for it say. */
  acts: string[];
  /** Whether something is read with it too. */
  reads: boolean;
}

export interface PermissionGroup {
  title: string;
  /** A module that is turned off here: its permissions open nothing for now. */
  off: boolean;
  permissions: PermissionLine[];
}

/**
 * Permissions of the workspace itself, then of each module, with the operations that ask for them:
 * read from manifests and router.
 */
export function permissionGroups(
  permissions: readonly { id: string; title: string }[],
  modulesOff: readonly string[],
  t: Wording<'settings'>,
): PermissionGroup[] {
  const lines = permissions.map(({ id, title }) => ({
    id,
    title: t.said(title),
    acts: [
      ...new Set(
        openedByPermission()
          .get(id)
          ?.acts.map((act) => actWords(act, t.language)),
      ),
    ],
    reads: (openedByPermission().get(id)?.reads ?? 0) > 0,
  }));
  const modules = manifests.map((module) => ({
    title: t.said(module.title),
    off: modulesOff.includes(module.id),
    permissions: lines.filter(({ id }) => module.permissions.some((own) => own.id === id)),
  }));
  const taken = new Set(modules.flatMap((group) => group.permissions));
  const core = lines.filter((line) => !taken.has(line));
  return [{ title: t('Workspace'), off: false, permissions: core }, ...modules];
}
