'use client';

import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import type { OpenedView } from '../view/use-view';
import type { ViewActs } from './use-view-acts';

interface Props {
  opened: OpenedView;
  acts: ViewActs;
  canDesign: boolean;
}

/** What to do with a view that shows in another way than it is saved. */
export function ViewChanges({ opened, acts, canDesign }: Props) {
  const t = useWording('collections');
  const { saved, changed } = opened;
  if (!changed) return null;
  const mayChange = saved !== null && (canDesign || !saved.shared);
  return (
    <div className="flex shrink-0 items-center gap-1.5">
      <Button size="small" variant="ghost" onClick={acts.discard}>
        {t('Discard changes')}
      </Button>
      <Button size="small" onClick={acts.saveAs}>
        {saved ? t('Save as') : t('Save as view')}
      </Button>
      {mayChange ? (
        <Button size="small" variant="primary" onClick={acts.save}>
          {saved.shared ? t('Save for everybody') : t('Save')}
        </Button>
      ) : null}
    </div>
  );
}
