'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { floatingClasses } from '@/components/ui/floating';
import { Spinner } from '@/components/ui/spinner';
import { useReturnFocus } from '@/components/ui/use-return-focus';
import { useWords } from '@/components/ui/words';
import { groupsFor } from './palette-filter';
import type { PaletteGroup } from './palette-group';
import { PaletteSection } from './palette-section';

export type CommandPaletteProps = {
  groups: readonly PaletteGroup[];
  onOpenChange?: (open: boolean) => void;
  /** Asks the server as the person types; its answer arrives as another group. */
  onSearch?: (text: string) => void;
  /** The server is being asked. */
  pending?: boolean;
  /** In place of the list when nothing matches. */
  empty?: ReactNode;
};

type Props = CommandPaletteProps & { onClose: () => void };

/** The open palette. */
export function PalettePanel(props: Props) {
  const words = useWords();
  const returnFocus = useReturnFocus();
  return (
    <Radix.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-fade bg-scrim" />
        <Radix.Content
          {...returnFocus}
          aria-describedby={undefined}
          className={cn(
            floatingClasses,
            'fixed top-[12dvh] left-1/2 w-[min(40rem,calc(100vw-2rem))] -translate-x-1/2 rounded-dialog',
          )}
        >
          <Radix.Title className="sr-only">{words.commands}</Radix.Title>
          <PaletteBody {...props} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function PaletteBody({ groups, onSearch, pending = false, empty, onClose }: Props) {
  const words = useWords();
  const [text, setText] = useState('');
  const shown = groupsFor(groups, text);
  const [chosen, setChosen] = useState('');
  // Until somebody goes to another one the first is chosen, also when better ones arrive.
  const [moved, setMoved] = useState(false);
  const type = (next: string) => {
    setText(next);
    setMoved(false);
    onSearch?.(next);
  };
  return (
    <Command
      label={words.commands}
      loop
      shouldFilter={false}
      value={moved ? chosen : (shown[0]?.items[0]?.id ?? '')}
      onValueChange={setChosen}
      onKeyDownCapture={({ key }) => moving.has(key) && setMoved(true)}
      onPointerMoveCapture={() => setMoved(true)}
    >
      <div className="flex h-12 items-center gap-3 border-line border-b px-4">
        <Search aria-hidden className="size-4 shrink-0 text-subtle" />
        <Command.Input
          autoFocus
          maxLength={200}
          placeholder={words.commands}
          value={text}
          onValueChange={type}
          className="h-full w-full bg-transparent text-lg outline-none"
        />
        {pending ? <Spinner /> : null}
      </div>
      <Command.List className="scroll-quiet max-h-[min(28rem,64dvh)] overflow-y-auto p-1.5">
        {shown.length === 0 && !pending ? (
          <p role="status" className="px-2 py-8 text-center text-muted">
            {empty ?? words.noMatch}
          </p>
        ) : null}
        {shown.length === 0 && pending ? (
          <p className="px-2 py-8 text-center text-muted">{words.loading}</p>
        ) : null}
        {shown.map((group) => (
          <PaletteSection key={group.id} group={group} close={onClose} />
        ))}
      </Command.List>
    </Command>
  );
}

const moving = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End']);
