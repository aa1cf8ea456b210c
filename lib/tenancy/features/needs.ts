import { AppError } from '../../errors';
import type { ModuleManifest } from '../../modules/define-module';

type Needing = Pick<ModuleManifest, 'id' | 'title' | 'needs'>;

interface Wish {
  module: string;
  enabled: boolean;
  /** Ids of the modules that are off now. */
  off: readonly string[];
}

/**
 * Refuses to turn a module on without what it needs, and off while another that is on needs it. Throws
 * `precondition`, with the names of the others.
 */
export function refuseUnmet(modules: readonly Needing[], { module, enabled, off }: Wish): void {
  const asked = modules.find(({ id }) => id === module);
  if (!asked) return;
  const { title } = asked;
  if (enabled) {
    const missing = modules.filter(({ id }) => asked.needs?.includes(id) && off.includes(id));
    const names = listed(missing);
    if (names) {
      throw new AppError('precondition', `${title} needs ${names}. Turn on what it needs first.`);
    }
    return;
  }
  const needing = modules.filter(({ id, needs }) => needs?.includes(module) && !off.includes(id));
  const names = listed(needing);
  if (names) {
    throw new AppError(
      'precondition',
      `${names} cannot do without ${title}. Turn those off first.`,
    );
  }
}

const listed = (modules: readonly Needing[]) => modules.map(({ title }) => title).join(', ');
