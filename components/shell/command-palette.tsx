'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useEffect, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { floatingClasses, optionClasses } from '@/components/ui/floating';
import { Kbd } from '@/components/ui/kbd';
import { useWords } from '@/components/ui/words';
import { CommandTrigger } from './command-trigger';

export type PaletteItem = {
  id: string;
  label: string;
  /** Other words that find it. */
  keywords?: string[];
  icon?: ReactNode;
  note?: ReactNode;
  keys?: string[];
  onSelect: () => void;
};
export type PaletteGroup = { id: string; label: string; items: readonly PaletteItem[] };
export type CommandPaletteProps = {
  groups: readonly PaletteGroup[];
  /** Asks the server as the person types; its answer arrives as another group. */
  onSearch?: (text: string) => void;
};

/** Ctrl/Cmd-K from anywhere: go, create, switch. Renders its own trigger. */
export function CommandPalette({ groups, onSearch }: CommandPaletteProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  usePaletteKey(() => setOpen((was) => !was));
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger asChild>
        <CommandTrigger />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-fade bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          className={cn(
            floatingClasses,
            'fixed top-[12dvh] left-1/2 w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 rounded-dialog',
          )}
        >
          <Radix.Title className="sr-only">{words.commands}</Radix.Title>
          <Command label={words.commands} loop>
            <div className="flex h-12 items-center gap-3 border-line border-b px-4">
              <Search aria-hidden className="size-4 shrink-0 text-subtle" />
              <Command.Input
                autoFocus
                placeholder={words.commands}
                onValueChange={onSearch}
                className="h-full w-full bg-transparent text-lg outline-none"
              />
            </div>
            <Command.List className="scroll-quiet max-h-[min(24rem,60dvh)] overflow-y-auto p-1.5">
              <Command.Empty className="px-2 py-8 text-center text-muted">
                {words.noMatch}
              </Command.Empty>
              {groups.map((group) => (
                <PaletteSection key={group.id} group={group} close={() => setOpen(false)} />
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function PaletteSection({ group, close }: { group: PaletteGroup; close: () => void }) {
  return (
    <Command.Group
      heading={group.label}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-subtle [&_[cmdk-group-heading]]:text-xs"
    >
      {group.items.map((item) => (
        <Command.Item
          key={item.id}
          value={item.id}
          keywords={[item.label, ...(item.keywords ?? [])]}
          onSelect={() => {
            close();
            item.onSelect();
          }}
          className={cn(optionClasses, 'h-9 gap-2.5')}
        >
          {item.icon}
          <span className="min-w-0 flex-1 truncate">{item.label}</span>
          {item.note ? <span className="truncate text-muted text-sm">{item.note}</span> : null}
          {item.keys ? <Kbd keys={item.keys} /> : null}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function usePaletteKey(toggle: () => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      // On a phone the sheet may hold a second palette; the first one takes the key.
      if (event.defaultPrevented) return;
      event.preventDefault();
      toggle();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}
