'use client';

import { Slot } from 'radix-ui';
import { type KeyboardEvent, type ReactNode, use, useState } from 'react';
import type { DropdownMenuPanelProps } from './dropdown-menu-panel';
import { type Late, late, useLate } from './late';
import { type MenuCheckItemProps, type MenuItemProps, MenuParts } from './menu-parts';
import { useOpen } from './use-open';

export interface DropdownMenuProps<Items>
  extends Omit<DropdownMenuPanelProps, 'open' | 'onOpenChange' | 'enter' | 'children'> {
  /** For a menu that something else can open too. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The code of its items, where they come after the page too. */
  items?: Late<Items>;
  children: ReactNode | ((items: Items) => ReactNode);
}

const panel = late(() => import('./dropdown-menu-panel'));

/** A button and the menu below it. The menu's own code takes the button over at the first opening. */
export function DropdownMenu<Items>(props: DropdownMenuProps<Items>) {
  const { open, onOpenChange, items, children, ...rest } = props;
  const [shown, change] = useOpen({ open, onOpenChange });
  const [wanted, setWanted] = useState(false);
  const [byKey, setByKey] = useState(false);
  const part = useLate(panel, wanted || shown);
  const inside = useLate(items, wanted || shown);
  if (part && (inside || !items)) {
    const changeOpen = (next: boolean) => {
      setByKey(false);
      change(next);
    };
    return (
      <part.DropdownMenuPanel {...rest} open={shown} onOpenChange={changeOpen} enter={byKey}>
        {typeof children === 'function' ? (inside ? children(inside) : null) : children}
      </part.DropdownMenuPanel>
    );
  }
  const begin = () => {
    setWanted(true);
    change(true);
  };
  const beginByKey = (event: KeyboardEvent) => {
    if (!['Enter', ' ', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    setByKey(true);
    begin();
  };
  return (
    <Slot.Root
      aria-haspopup="menu"
      aria-expanded={shown}
      data-state="closed"
      onClick={begin}
      onKeyDown={beginByKey}
    >
      {rest.trigger}
    </Slot.Root>
  );
}

export function MenuItem(props: MenuItemProps) {
  const parts = use(MenuParts);
  return parts ? <parts.Item {...props} /> : null;
}

export function MenuCheckItem(props: MenuCheckItemProps) {
  const parts = use(MenuParts);
  return parts ? <parts.CheckItem {...props} /> : null;
}

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <div className="px-2 py-1 font-medium text-muted text-xs">{children}</div>
);

export const MenuSeparator = () => <hr className="-mx-1 my-1 h-px border-0 bg-line" />;
