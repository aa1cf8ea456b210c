import { Status, type StatusTone } from '@/components/ui/status';
import type { Plain } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import type { ListedImport } from '../../imports/shapes';

type Stated = Pick<ListedImport, 'state'>;

const states: Record<ListedImport['state'], { tone: StatusTone; words: Plain<'collections'> }> = {
  draft: { tone: 'neutral', words: 'Not started' },
  checking: { tone: 'info', words: 'Being checked' },
  queued: { tone: 'info', words: 'Waiting' },
  running: { tone: 'info', words: 'Running' },
  done: { tone: 'success', words: 'Imported' },
  failed: { tone: 'danger', words: 'Failed' },
  cancelled: { tone: 'warning', words: 'Stopped' },
  reverting: { tone: 'info', words: 'Being taken back' },
  reverted: { tone: 'neutral', words: 'Taken back' },
};

/** True while the worker is, or will be, at it. */
export const isWorking = ({ state }: Stated) => states[state].tone === 'info';

export function ImportState({ found }: { found: Stated }) {
  const t = useWording('collections');
  const { tone, words } = states[found.state];
  return <Status tone={tone}>{t(words)}</Status>;
}
