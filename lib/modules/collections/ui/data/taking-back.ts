import { notify } from '@/components/ui/notify';
import type { Wording } from '@/lib/language/wording';
import type { RecordEdits } from './record-edits';
import type { Act } from './undo-stack';

/** The button beside a notice that takes one act back, and says when that did not work. */
export const takingBack = ({ stack }: RecordEdits, act: Act, t: Wording<'collections'>) => ({
  label: t('Undo'),
  run: () =>
    void stack.undo(act).then((why) => {
      if (why !== undefined) notify.failed(t('Undo did not work'), { description: why });
    }),
});
