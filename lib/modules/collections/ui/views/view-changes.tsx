'use client';

import { Button } from '@/components/ui/button';
import type { OpenedView } from '../view/use-view';
import type { ViewActs } from './use-view-acts';

interface Props {
  opened: OpenedView;
  acts: ViewActs;
  canDesign: boolean;
}

/** What to do with a view that shows in another way than it is saved. */
export function ViewChanges({ opened, acts, canDesign }: Props) {
  const { saved, changed } = opened;
  if (!changed) return null;
  const mayChange = saved !== null && (canDesign || !saved.shared);
  return (
    <div className="flex shrink-0 items-center gap-1.5">
      <Button size="small" variant="ghost" onClick={acts.discard}>
        Discard changes
      </Button>
      <Button size="small" onClick={acts.saveAs}>
        {saved ? 'Save as' : 'Save as view'}
      </Button>
      {mayChange ? (
        <Button size="small" variant="primary" onClick={acts.save}>
          {saved.shared ? 'Save for everybody' : 'Save'}
        </Button>
      ) : null}
    </div>
  );
}
