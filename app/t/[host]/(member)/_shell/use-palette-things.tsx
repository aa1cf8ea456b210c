'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { PaletteGroup } from '@/components/shell/palette-group';
import { NamedIcon } from '@/components/ui/named-icon';
import { api } from '@/lib/browser/api';
import { useWording } from '@/lib/language/wording-provider';
import type { FoundThings } from '@/lib/tenancy/finding/find';

const pauseMs = 150;

/** Groups of the command palette of what modules find by words, once a person pauses. */
export function usePaletteThings(): { groups: PaletteGroup[]; onSearch: (text: string) => void } {
  const t = useWording('member');
  const { push } = useRouter();
  const [text, setText] = useState('');
  const [found, setFound] = useState<FoundThings['groups']>([]);
  const asked = text.trim();
  useEffect(() => {
    if (asked.length < 2) {
      setFound([]);
      return;
    }
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ query: asked, limit: '6' });
      const path = `/things?${query}`;
      const answer = await api<FoundThings>('GET', path, undefined, controller.signal);
      if (!controller.signal.aborted) setFound(answer.ok ? answer.data.groups : []);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [asked]);
  const groups = found.map(({ module, title, icon, hits }) => ({
    id: `found-${module}`,
    label: t.said(title),
    found: true,
    items: hits.map(({ id, title: label, path }) => ({
      id: `${module}-${id}`,
      label,
      icon: <NamedIcon name={icon} />,
      onSelect: () => push(path),
    })),
  }));
  return { groups, onSearch: setText };
}
