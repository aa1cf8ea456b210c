'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useWords } from '@/components/ui/words';
import { useTheme } from './theme';
import { isTheme } from './theme-choice';

/** System, light or dark, for public pages and footers. */
export function ThemeSwitch() {
  const words = useWords();
  const [theme, choose] = useTheme();
  return (
    <SegmentedControl
      label={words.theme}
      value={theme}
      onValueChange={(next) => {
        if (isTheme(next)) choose(next);
      }}
      segments={[
        { value: 'system', label: <Monitor aria-hidden />, 'aria-label': words.system },
        { value: 'light', label: <Sun aria-hidden />, 'aria-label': words.light },
        { value: 'dark', label: <Moon aria-hidden />, 'aria-label': words.dark },
      ]}
    />
  );
}
