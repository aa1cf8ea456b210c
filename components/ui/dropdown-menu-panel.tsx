'use client';

import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { cn } from './cn';
import { floatingClasses, optionClasses } from './floating';
import { Kbd } from './kbd';
import { type MenuCheckItemProps, type MenuItemProps, MenuParts } from './menu-parts';

export interface DropdownMenuPanelProps {
  trigger: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  className?: string;
  children: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Opened by a key that the menu did not see: its first item takes the focus. */
  enter: boolean;
}

/** A menu with the button that opens it. */
export function DropdownMenuPanel({
  trigger,
  enter,
  align = 'end',
  ...rest
}: DropdownMenuPanelProps) {
  return (
    <Radix.Root modal={false} open={rest.open} onOpenChange={rest.onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={rest.side}
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            floatingClasses,
            'max-h-(--radix-dropdown-menu-content-available-height) min-w-48 max-w-80 overflow-y-auto p-1',
            rest.className,
          )}
        >
          <MenuParts value={menuParts}>{rest.children}</MenuParts>
          {enter ? <FocusFirst /> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Item({ icon, keys, danger, className, children, asChild, ...rest }: MenuItemProps) {
  const looks = cn(
    optionClasses,
    danger &&
      'text-danger-text data-[highlighted]:bg-danger-soft [&_svg:not([class*=text-])]:text-danger-text',
    className,
  );
  if (asChild) {
    return (
      <Radix.Item asChild className={looks} {...rest}>
        {children}
      </Radix.Item>
    );
  }
  return (
    <Radix.Item className={looks} {...rest}>
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {keys ? <Kbd keys={keys} /> : null}
    </Radix.Item>
  );
}

function CheckItem({ children, className, ...rest }: MenuCheckItemProps) {
  return (
    <Radix.CheckboxItem className={cn(optionClasses, 'pl-8', className)} {...rest}>
      <Radix.ItemIndicator className="absolute left-2">
        <Check aria-hidden className="text-mark" />
      </Radix.ItemIndicator>
      {children}
    </Radix.CheckboxItem>
  );
}

/** What `MenuItem` and its like show once the menu is there. */
const menuParts = { Item, CheckItem };

function FocusFirst() {
  const mark = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const first = mark.current?.parentElement?.querySelector('[role^=menuitem]');
    if (first instanceof HTMLElement) first.focus();
  }, []);
  return <span ref={mark} hidden />;
}
