'use client';

import { useEffect, useState } from 'react';
import { late, useLate } from '@/components/ui/late';
import { Opener } from '@/components/ui/opener';
import { CommandTrigger } from './command-trigger';
import type { CommandPaletteProps } from './palette-panel';

const panel = late(() => import('./palette-panel'));

/** Ctrl/Cmd-K from anywhere: find, go, create, switch. Renders its own trigger. */
export function CommandPalette(props: CommandPaletteProps) {
  const [open, setOpen] = useState(false);
  const change = (next: boolean) => {
    setOpen(next);
    props.onOpenChange?.(next);
  };
  usePaletteKey(() => change(!open));
  const part = useLate(panel, open);
  return (
    <>
      <Opener open={open} onOpenChange={change}>
        <CommandTrigger />
      </Opener>
      {part ? <part.PalettePanel {...props} onClose={() => change(false)} /> : null}
    </>
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
