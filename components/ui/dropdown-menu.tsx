'use client';

import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import { floatingClasses, optionClasses } from './floating';
import { Kbd } from './kbd';

export type DropdownMenuProps = {
  trigger: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  className?: string;
  children: ReactNode;
};

export function DropdownMenu({
  trigger,
  align = 'end',
  side,
  className,
  children,
}: DropdownMenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            floatingClasses,
            'max-h-(--radix-dropdown-menu-content-available-height) min-w-48 max-w-80 overflow-y-auto p-1',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type ItemProps = ComponentProps<typeof Radix.Item> & {
  icon?: ReactNode;
  keys?: string[];
  danger?: boolean;
};

export function MenuItem({ icon, keys, danger, className, children, asChild, ...rest }: ItemProps) {
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

export function MenuCheckItem({
  children,
  className,
  ...rest
}: ComponentProps<typeof Radix.CheckboxItem>) {
  return (
    <Radix.CheckboxItem className={cn(optionClasses, 'pl-8', className)} {...rest}>
      <Radix.ItemIndicator className="absolute left-2">
        <Check aria-hidden className="text-mark" />
      </Radix.ItemIndicator>
      {children}
    </Radix.CheckboxItem>
  );
}

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <Radix.Label className="px-2 py-1 font-medium text-muted text-xs">{children}</Radix.Label>
);

export const MenuSeparator = () => <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
