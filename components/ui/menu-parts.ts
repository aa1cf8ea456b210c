import type { DropdownMenu as Radix } from 'radix-ui';
import { type ComponentProps, type ComponentType, createContext, type ReactNode } from 'react';

export type MenuItemProps = ComponentProps<typeof Radix.Item> & {
  icon?: ReactNode;
  keys?: string[];
  danger?: boolean;
};

export type MenuCheckItemProps = ComponentProps<typeof Radix.CheckboxItem>;

interface Parts {
  Item: ComponentType<MenuItemProps>;
  CheckItem: ComponentType<MenuCheckItemProps>;
}

/** What items are made of; an open menu gives it to those inside. */
export const MenuParts = createContext<Parts | null>(null);
