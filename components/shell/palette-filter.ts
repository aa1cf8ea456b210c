import type { PaletteGroup, PaletteItem } from './palette-group';

/** Items of one group that a text leaves standing. */
const most = 8;

/** The groups that have something for a text, each with what it has. */
export function groupsFor(groups: readonly PaletteGroup[], text: string): PaletteGroup[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return groups
    .map((group) => ({ ...group, items: itemsFor(group, words) }))
    .filter(({ items }) => items.length > 0);
}

function itemsFor({ items, found, untyped }: PaletteGroup, words: string[]) {
  if (words.length === 0) return found ? [] : items.slice(0, untyped);
  if (found) return items;
  return items.filter((item) => has(item, words)).slice(0, most);
}

const has = ({ label, keywords = [] }: PaletteItem, words: string[]) => {
  const own = fold([label, ...keywords].join(' '));
  return words.every((word) => own.includes(word));
};

const fold = (text: string) => text.normalize('NFD').toLowerCase();
