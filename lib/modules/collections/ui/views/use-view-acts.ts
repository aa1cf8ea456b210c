'use client';

import { useState } from 'react';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import { openedAs } from '../../view/fit';
import { type PageView, plainState, type ViewKind } from '../../view/state';
import { writeView } from '../../view/url';
import type { SavedView } from '../../views/shapes';
import type { ApiAnswer } from '../data/api';
import type { OpenedView } from '../view/use-view';
import type { SavedViews } from './use-saved-views';

/** What a dialog asks a name for. */
export type Naming =
  | { for: 'new'; view: PageView; name: string }
  | { for: 'rename'; saved: SavedView }
  | null;

interface Options {
  fields: readonly Field[];
  opened: OpenedView;
  keeper: SavedViews;
}

/** Everything done with saved views; the open one stands in the address. */
export function useViewActs({ fields, opened, keeper }: Options) {
  const t = useWording('collections');
  const [naming, setNaming] = useState<Naming>(null);
  const { view, saved, open } = opened;

  const refused = (title: string, answer: ApiAnswer<unknown>) => {
    if (!answer.ok) notify.failed(title, { description: answer.error.message });
    return !answer.ok;
  };
  const save = async () => {
    if (!saved) return;
    const answer = await keeper.save(saved, view);
    if (!refused(t('{name} was not saved', { name: saved.name }), answer))
      open(saved.id, 'replace');
  };
  const create = async (name: string, shared: boolean, shown: PageView) => {
    const answer = await keeper.create(name, shared, shown);
    if (answer.ok) open(answer.data.id);
    return answer;
  };
  const remove = async (gone: SavedView) => {
    const error = await keeper.remove(gone);
    if (error)
      return notify.failed(t('{name} was not deleted', { name: gone.name }), {
        description: error.message,
      });
    open(null);
    const restore = async () => {
      const answer = await keeper.restore(gone.id);
      if (!refused(t('Undo did not work'), answer)) open(gone.id);
    };
    notify.done(t('View {name} deleted', { name: gone.name }), {
      undo: { label: t('Undo'), run: () => void restore() },
    });
  };
  const copyLink = () => {
    void navigator.clipboard.writeText(linkTo(opened)).then(
      () => notify.done(t('Link copied')),
      () => notify.failed(t('The browser did not let the link be copied')),
    );
  };

  return {
    naming,
    stopNaming: () => setNaming(null),
    create,
    renameTo: (renamed: SavedView, name: string) => keeper.patch(renamed, { name }),
    save: () => void save(),
    saveAs: () =>
      setNaming({ for: 'new', view, name: saved ? t('{name} copy', { name: saved.name }) : '' }),
    discard: () => open(saved?.id ?? null),
    add: (kind: ViewKind) => setNaming({ for: 'new', view: startOf(kind, fields), name: '' }),
    rename: (renamed: SavedView) => setNaming({ for: 'rename', saved: renamed }),
    duplicate: () =>
      setNaming({ for: 'new', view, name: `${saved?.name ?? t('All records')} copy` }),
    copyLink,
    remove: (gone: SavedView) => void remove(gone),
    move: (moved: SavedView, by: -1 | 1) => void keeper.move(moved, by),
    share: async (changed: SavedView, shared: boolean) =>
      refused(
        t('{name} was not changed', { name: changed.name }),
        await keeper.patch(changed, { shared }),
      ),
    makeDefault: async (changed: SavedView, isDefault: boolean) =>
      refused(
        t('{name} was not changed', { name: changed.name }),
        await keeper.patch(changed, { isDefault }),
      ),
  };
}

export type ViewActs = ReturnType<typeof useViewActs>;

/** A new view of a kind, by the first field that it can go by. */
const startOf = (kind: ViewKind, fields: readonly Field[]): PageView => ({
  ...plainState,
  ...openedAs(kind, plainState, fields),
  search: '',
  at: '',
});

/** Others do not have a view of one's own: their link says all of it. */
function linkTo({ view, saved }: OpenedView): string {
  const { origin, pathname, href } = window.location;
  if (!saved || saved.shared) return href;
  return `${origin}${pathname}?${writeView(new URLSearchParams('view=all'), view)}`;
}
