'use client';

import { Lock, Plus } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { DropdownMenu, MenuItem, MenuLabel } from '@/components/ui/dropdown-menu';
import { useWording } from '@/lib/language/wording-provider';
import { type ViewKind, viewKinds } from '../../view/state';
import type { SavedView } from '../../views/shapes';
import { addressOf, type OpenedView } from '../view/use-view';
import { KindIcon, kindNames } from './kind-icon';

interface Props {
  opened: OpenedView;
  views: readonly SavedView[];
  /** The menu of the open view. */
  menu: ReactNode;
  onAdd: (kind: ViewKind) => void;
}

/** The saved views of a collection, one beside the other; the open one has a menu. */
export function ViewTabs({ opened, views, menu, onAdd }: Props) {
  const t = useWording('collections');
  const { saved, open } = opened;
  const tab = (view: SavedView | null) => {
    const current = saved?.id === view?.id;
    return (
      <li key={view?.id ?? 'all'} className="flex shrink-0 items-center">
        <ViewLink
          href={`?${addressOf(view?.id ?? null, views)}`}
          current={current}
          onOpen={() => open(view?.id ?? null)}
        >
          <KindIcon kind={view?.kind ?? 'grid'} />
          <span className="max-w-48 truncate">{view?.name ?? t('All records')}</span>
          {view && !view.shared ? (
            <Lock role="img" aria-label={t('only yours')} className="size-3 shrink-0 text-subtle" />
          ) : null}
        </ViewLink>
        {current ? menu : null}
      </li>
    );
  };
  return (
    <nav
      aria-label={t('Views')}
      className="flex min-w-0 flex-1 items-center gap-1 max-sm:basis-full"
    >
      <ul className="scroll-quiet flex min-w-0 items-center gap-0.5 overflow-x-auto py-0.5">
        {tab(null)}
        {views.map(tab)}
      </ul>
      <DropdownMenu
        align="start"
        trigger={
          <Button size="small" variant="ghost" aria-label={t('Add view')}>
            <Plus aria-hidden />
            <span className="max-sm:sr-only">{t('Add view')}</span>
          </Button>
        }
      >
        <MenuLabel>{t('New view as')}</MenuLabel>
        {viewKinds.map((kind) => (
          <MenuItem key={kind} icon={<KindIcon kind={kind} />} onSelect={() => onAdd(kind)}>
            {t(kindNames[kind])}
          </MenuItem>
        ))}
      </DropdownMenu>
    </nav>
  );
}

interface LinkProps {
  href: string;
  current: boolean;
  onOpen: () => void;
  children: ReactNode;
}

/** A link that opens in place; with a modifier it opens a tab of the browser, as links do. */
function ViewLink({ href, current, onOpen, children }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <a
      href={href}
      onClick={follow}
      aria-current={current ? 'page' : undefined}
      className={cn(
        'flex h-control-small items-center gap-1.5 whitespace-nowrap rounded-control px-2 text-sm transition-colors',
        current
          ? 'bg-surface-active font-medium text-ink'
          : 'text-muted hover:bg-surface-hover hover:text-ink',
      )}
    >
      {children}
    </a>
  );
}
