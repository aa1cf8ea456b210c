'use client';

import { MenuCheckItem } from '@/components/ui/dropdown-menu';
import { useWords } from '@/components/ui/words';
import { useTheme } from './theme';

const themes = ['system', 'light', 'dark'] as const;

/** The appearance choices, inside a menu. */
export function ThemeMenuItems() {
  const words = useWords();
  const [theme, choose] = useTheme();
  return themes.map((option) => (
    <MenuCheckItem
      key={option}
      checked={theme === option}
      onSelect={(event) => {
        event.preventDefault();
        choose(option);
      }}
    >
      {words[option]}
    </MenuCheckItem>
  ));
}
