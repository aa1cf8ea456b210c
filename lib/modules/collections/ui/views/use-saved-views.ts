'use client';

import { useState } from 'react';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { PageView } from '../../view/state';
import { stateOf } from '../../view/url';
import type { SavedView } from '../../views/shapes';
import { type ApiAnswer, type ApiError, api } from '../data/api';

type Patch = Partial<Pick<SavedView, 'name' | 'shared' | 'isDefault'>>;

/** The saved views of a collection as this person has them, and what can be done with them. */
export function useSavedViews(collectionId: string, given: readonly SavedView[]) {
  const t = useWording('collections');
  const [views, setViews] = useState(given);
  const [known, setKnown] = useState(given);
  if (known !== given) {
    setKnown(given);
    setViews(given);
  }
  const path = `/collections/${collectionId}/views`;

  const put = (view: SavedView) =>
    setViews((now) => {
      const others = now
        .filter(({ id }) => id !== view.id)
        .map((one) => (view.isDefault ? { ...one, isDefault: false } : one));
      const at = now.findIndex(({ id, shared }) => id === view.id && shared === view.shared);
      return sorted(at < 0 ? [...others, view] : others.toSpliced(at, 0, view));
    });
  const reload = async () => {
    const answer = await api<SavedView[]>('GET', path);
    if (answer.ok) setViews(answer.data);
  };
  const kept = async (answer: Promise<ApiAnswer<SavedView>>): Promise<ApiAnswer<SavedView>> => {
    const result = await answer;
    if (result.ok) put(result.data);
    else if (result.error.code === 'conflict' || result.error.code === 'not_found') await reload();
    return result;
  };

  return {
    views,
    create: (name: string, shared: boolean, view: PageView) =>
      kept(api('POST', path, { name, shared, ...bodyOf(view) })),
    save: ({ id, version }: SavedView, view: PageView) =>
      kept(api('PATCH', `${path}/${id}`, { ...bodyOf(view), version })),
    patch: ({ id }: SavedView, patch: Patch) => kept(api('PATCH', `${path}/${id}`, patch)),
    restore: (id: string) => kept(api('POST', `${path}/${id}/restore`, {})),
    remove: async ({ id }: SavedView): Promise<ApiError | null> => {
      const answer = await api('DELETE', `${path}/${id}`);
      if (!answer.ok) return answer.error;
      setViews((now) => now.filter((one) => one.id !== id));
      return null;
    },
    /** Moves a view one place among those of its kind. */
    move: async (view: SavedView, by: -1 | 1) => {
      const ids = views.filter(({ shared }) => shared === view.shared).map(({ id }) => id);
      const from = ids.indexOf(view.id);
      const other = ids[from + by];
      if (!other) return;
      const moved = ids.with(from, other).with(from + by, view.id);
      const answer = await api<SavedView[]>('PUT', `${path}/order`, { ids: moved });
      if (answer.ok) setViews(answer.data);
      else
        notify.failed(t('{name} was not moved', { name: view.name }), {
          description: answer.error.message,
        });
    },
  };
}

export type SavedViews = ReturnType<typeof useSavedViews>;

function bodyOf(view: PageView) {
  const { kind, ...state } = stateOf(view);
  return { kind, state };
}

const sorted = (views: SavedView[]) => [
  ...views.filter(({ shared }) => shared),
  ...views.filter(({ shared }) => !shared),
];
