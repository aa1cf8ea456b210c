'use client';

import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import type { Late } from '@/components/ui/late';
import { useWords } from '@/components/ui/words';

interface Props<Items> {
  person: { name: string; avatar?: string };
  /** Where its items are: `PersonMenuItems` with more inside. */
  items: Late<Items>;
  children: (items: Items) => ReactNode;
}

export function PersonMenu<Items>({ person, items, children }: Props<Items>) {
  const words = useWords();
  const trigger = (
    <button
      type="button"
      className="group/person flex h-9 w-full items-center gap-2 rounded-control px-1 text-left transition-colors hover:bg-surface-hover data-[state=open]:bg-surface-active in-data-collapsed:justify-center"
    >
      <Avatar name={person.name} src={person.avatar} />
      <span className="sr-only">{words.account}: </span>
      <span className="min-w-0 flex-1 truncate in-data-collapsed:sr-only">{person.name}</span>
    </button>
  );
  return (
    <DropdownMenu trigger={trigger} items={items} side="top" align="start" className="w-60">
      {children}
    </DropdownMenu>
  );
}
